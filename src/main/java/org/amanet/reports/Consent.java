package org.amanet.reports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter allows. Every scope is a choice of its own and no is the default.
 *
 * @param decisions only what was decided; a scope that is absent is a no
 * @param language in which the wording was shown
 * @param wording SHA-256 (hex) of the wording that was shown
 * @param hour when, cut to the hour
 */
public record Consent(
        Map<Scope, Decision> decisions, String language, String wording, Instant hour) {

    /** What can be allowed (media does not exist). */
    public enum Scope {
        /** Keep and read by the chosen organisation: without it nothing is taken in. */
        C0,
        /** Answer in the inbox. */
        C1,
        /** Count in figures. */
        C2,
        /** Share with another named NGO or lawyer. */
        C3,
        /** Police or prosecutor of a named country. */
        C4,
        /** Security service of a named country. */
        C5,
        /** Asylum office, through the person's lawyer. */
        C6,
        /** Sanctions bodies. */
        C7,
        /** Forwarding to Europol, Eurojust, other Member States. */
        C8,
        /** UN, ICC or a court. */
        C9,
        /** Keep for a future court. */
        C10,
        /** Be asked to be a witness. */
        C11
    }

    /** As whom the reporter appears. */
    public enum IdentityLevel {
        ANONYMOUS,
        PSEUDONYM,
        IDENTITY
    }

    /** One choice. */
    public record Decision(
            boolean granted,
            @Nullable String country,
            @Nullable IdentityLevel identity,
            @Nullable String name) {
        /** What holds where nothing was decided. */
        public static final Decision NO = new Decision(false, null, null, null);

        @Override
        public String toString() {
            return "Decision";
        }
    }

    /** Whether the same was decided on the same words. */
    boolean saysTheSameAs(Consent other) {
        return decisions.equals(other.decisions)
                && language.equals(other.language)
                && wording.equals(other.wording);
    }

    /** The decision on a scope, where it is a yes. */
    public Optional<Decision> granted(Scope scope) {
        return Optional.ofNullable(decisions.get(scope)).filter(Decision::granted);
    }

    @Override
    public String toString() {
        return "Consent";
    }
}

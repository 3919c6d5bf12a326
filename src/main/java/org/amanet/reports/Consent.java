package org.amanet.reports;

import java.time.Instant;
import java.util.EnumMap;
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

    /** What was ticked, in these words and this hour. */
    public static Consent of(Map<Scope, Choice> choices, String language, Instant hour) {
        Stamp stamp = new Stamp(language, ConsentWording.hashIn(language), hour, How.WEB);
        Map<Scope, Decision> decisions = new EnumMap<>(Scope.class);
        choices.forEach((scope, choice) -> decisions.put(scope, choice.decided(stamp)));
        return new Consent(decisions, language, stamp.wording(), hour);
    }

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

    /** When a court of later years is to be thought about again, counted from the decision. */
    public enum Review {
        YEAR,
        THREE_YEARS,
        FIVE_YEARS,
        TEN_YEARS
    }

    /** By which way a decision came. */
    public enum How {
        WEB,
        VOICE,
        CASEWORKER
    }

    /**
     * On which words, when and how something was decided.
     *
     * @param wording SHA-256 (hex) of the wording that was shown
     * @param hour cut to the hour
     */
    public record Stamp(String language, String wording, Instant hour, How how) {}

    /**
     * One choice.
     *
     * @param stamp of this very decision; a no that has one was a yes before. Older consents have
     *     one for all
     */
    public record Decision(
            boolean granted,
            @Nullable String country,
            @Nullable IdentityLevel identity,
            @Nullable String name,
            @Nullable Review review,
            @Nullable Stamp stamp) {
        /** What holds where nothing was decided. */
        public static final Decision NO = new Decision(false, null, null, null, null, null);

        Choice choice() {
            return granted ? new Choice(true, country, identity, name, review) : Choice.NO;
        }

        @Override
        public String toString() {
            return "Decision";
        }
    }

    /** Whether the same was decided on the same words. */
    boolean saysTheSameAs(Consent other) {
        return choices().equals(other.choices()) && isOnTheWordsOf(other);
    }

    private boolean isOnTheWordsOf(Consent other) {
        return language.equals(other.language) && wording.equals(other.wording);
    }

    /** Every scope there is; what was never decided is a no. */
    public Map<Scope, Choice> choices() {
        Map<Scope, Choice> choices = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            choices.put(scope, decisions.getOrDefault(scope, Decision.NO).choice());
        }
        return choices;
    }

    /**
     * These decisions after earlier ones: what says the same on the same words keeps its hour, and
     * what is taken back says when.
     */
    Consent after(Consent before) {
        Map<Scope, Decision> all = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            Decision old = before.decisions.get(scope);
            Decision next = decisions.get(scope);
            if (old != null && !old.granted() && next == null) {
                all.put(scope, old);
            } else if (old != null && next == null) {
                all.put(scope, new Decision(false, null, null, null, null, stamp()));
            } else if (next != null) {
                all.put(scope, isKept(old, next, before) ? old : next);
            }
        }
        return new Consent(all, language, wording, hour);
    }

    private boolean isKept(@Nullable Decision old, Decision next, Consent before) {
        return old != null
                && old.stamp() != null
                && old.choice().equals(next.choice())
                && isOnTheWordsOf(before);
    }

    private Stamp stamp() {
        return new Stamp(language, wording, hour, How.WEB);
    }

    /** On which words, when and how this scope was decided. */
    public Stamp stampOf(Scope scope) {
        Stamp stamp = decisions.getOrDefault(scope, Decision.NO).stamp();
        return stamp == null ? stamp() : stamp;
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

package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.amanet.evidence.RedactionView;
import org.amanet.evidence.Redactions;
import org.amanet.reports.Access;
import org.amanet.reports.Account;
import org.amanet.reports.Band;
import org.amanet.reports.Consent;
import org.amanet.reports.OpenedReport;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.jspecify.annotations.Nullable;

/**
 * What the people see who decide: the gate's ruling on each report, the consent it rests on, and
 * what would go. Looking is an opening and stands in the log.
 */
@ApplicationScoped
class Inspection {
    private final Access access;
    private final ConsentGate gate;
    private final Redactions redactions;

    Inspection(Access access, ConsentGate gate, Redactions redactions) {
        this.access = access;
        this.gate = gate;
        this.redactions = redactions;
    }

    /**
     * One report before it goes.
     *
     * @param consent what the reporter decided for this purpose, where they decided
     * @param language in which they read what they agreed to
     * @param decidedHour when they decided
     * @param characters how long the account is
     * @param blackened whether passages of it were taken away
     * @param copies how many blacked-out copies of files go with it
     * @param hasRelatives whether something lies under the lock of its own, which stays behind
     */
    record Inspected(
            UUID report,
            String reference,
            Band band,
            Ruling ruling,
            Consent.@Nullable Decision consent,
            String language,
            Instant decidedHour,
            int characters,
            boolean blackened,
            long copies,
            List<String> demands,
            List<String> means,
            List<String> channels,
            boolean hasRelatives) {

        /** Whether it may go. */
        public boolean goes() {
            return ruling instanceof Ruling.Passes;
        }

        /** As whom the reporter would appear; null where it stays. */
        public Consent.@Nullable IdentityLevel identity() {
            return ruling instanceof Ruling.Passes passes ? passes.identity() : null;
        }

        /** Why it stays; null where it goes. */
        public Ruling.@Nullable Reason reason() {
            return ruling instanceof Ruling.Stays stays ? stays.reason() : null;
        }

        @Override
        public String toString() {
            return "Inspected " + report;
        }
    }

    /** Opens each report and says what the gate says; each is closed before the next is opened. */
    @Transactional
    List<Inspected> of(
            List<UUID> reports, Profile profile, String memberState, Member by, OpenedVault vault) {
        List<Inspected> all = new ArrayList<>();
        for (UUID report : new LinkedHashSet<>(reports)) {
            try (OpenedReport opened = access.open(report, by, vault)) {
                all.add(inspected(opened, profile, memberState));
            }
        }
        return all;
    }

    private Inspected inspected(OpenedReport opened, Profile profile, String memberState) {
        opened.requireWhole();
        Consent consent = opened.consent();
        Account account = opened.account();
        List<RedactionView> copies = redactions.inForce(opened);
        String text = Blackened.account(copies);
        return new Inspected(
                opened.id(),
                opened.report().reference,
                opened.report().band,
                gate.rule(consent, profile, memberState),
                consent.decisions().get(profile.scope()),
                consent.language(),
                consent.hour(),
                text == null ? account.account().length() : text.length(),
                text != null,
                Blackened.files(copies),
                account.demands(),
                account.means(),
                account.channels(),
                opened.hasRelatives());
    }
}

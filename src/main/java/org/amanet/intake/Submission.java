package org.amanet.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.amanet.codes.Codes;
import org.amanet.languages.Language;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Account;
import org.amanet.reports.Band;
import org.amanet.reports.BandRules;
import org.amanet.reports.Consent;
import org.amanet.reports.Draft;
import org.amanet.reports.Filing;
import org.amanet.reports.Status;
import org.amanet.reports.Suspect;
import org.amanet.reports.Trace;
import org.amanet.reports.Triage;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Haste;
import org.amanet.sealing.KdfBusy;
import org.amanet.sealing.KeyDerivation;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.Receipt;
import org.jspecify.annotations.Nullable;

/** Takes a report in. The receipt is given out only when the report is durably there. */
@ApplicationScoped
class Submission {
    private final Routing routing;
    private final Filing filing;
    private final KeptAnswers kept;
    private final KeyDerivation derivation;
    private final Echoes echoes;
    private final Codes codes;
    private final Clock clock;

    Submission(
            Routing routing,
            Filing filing,
            KeptAnswers kept,
            KeyDerivation derivation,
            Echoes echoes,
            Codes codes,
            Clock clock) {
        this.routing = routing;
        this.filing = filing;
        this.kept = kept;
        this.derivation = derivation;
        this.echoes = echoes;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The answer to a report taken in.
     *
     * @param receipt 28 digits in groups of four; shown once, known to nobody else
     */
    public record Accepted(String reference, String receipt, Instant receivedHour) {
        @Override
        public String toString() {
            return "Accepted";
        }
    }

    /**
     * Takes the report in, once per idempotency key.
     *
     * @param lane the waiting line of this client, see {@link org.amanet.sealing.KeyDerivation}
     * @throws Refusal when something in it is not valid, nobody could read it, or we are too busy
     *     just now
     */
    public Accepted submit(NewReport report, String idempotencyKey, String lane) {
        requireOfferedLanguage(report.language());
        requireKnownCodes(report);
        return kept.find(idempotencyKey, report)
                .orElseGet(() -> take(report, idempotencyKey, lane));
    }

    private Accepted take(NewReport report, String key, String lane) {
        Account account = account(report);
        Triage triage = BandRules.triage(account);
        Haste haste = triage.band() == Band.P0 ? Haste.URGENT : Haste.USUAL;
        // In a transaction of its own: a connection that is kept while others wait for Argon2id
        // is one that they do not get.
        Routing.Route route = QuarkusTransaction.requiringNew().call(() -> routing.of(report));
        try (Receipt receipt = Receipt.generate();
                DerivedIdentity reporter = derivation.ofReceipt(receipt, lane, haste)) {
            Accepted answer = new Accepted(Randomness.reference(), receipt.grouped(), hour());
            Draft draft = draft(report, account, triage, answer, route);
            boolean first =
                    QuarkusTransaction.requiringNew()
                            .call(() -> file(report, key, answer, draft, reporter));
            return first
                    ? answer
                    : kept.find(key, report).orElseThrow(() -> new Refusal(Problem.BUSY));
        } catch (KdfBusy busy) {
            throw new Refusal(Problem.BUSY, busy.retryAfter());
        }
    }

    private boolean file(
            NewReport report, String key, Accepted answer, Draft draft, DerivedIdentity reporter) {
        if (!kept.keep(key, report, answer)) {
            return false;
        }
        filing.file(draft, reporter);
        return true;
    }

    private Draft draft(
            NewReport report,
            Account account,
            Triage triage,
            Accepted answer,
            Routing.Route route) {
        return new Draft(
                answer.reference(),
                answer.receivedHour(),
                account,
                blankToNone(report.relatives()),
                triage,
                Consent.of(report.consent(), report.language(), answer.receivedHour()),
                route.desk().slug(),
                report.routeByCountry() ? report.where() : null,
                echoes.floods(report.account()) ? Status.QUARANTINED : route.status(),
                route.holders());
    }

    /** What is sealed of it under the first lock. */
    static Account account(NewReport report) {
        NewReport.When when = report.when();
        return new Account(
                report.language(),
                report.danger().name(),
                report.account(),
                report.demands(),
                report.means(),
                report.channels(),
                when == null ? null : when.kind().name(),
                when == null ? null : blankToNone(when.about()),
                report.where(),
                report.residence(),
                report.suspects(),
                report.evidence(),
                report.urgency(),
                report.wishes(),
                report.exclude(),
                blankToNone(report.excludeText()),
                report.insider(),
                blankToNone(report.insiderAt()),
                report.contact() == null || report.contact().saysNothing()
                        ? null
                        : report.contact());
    }

    private static @Nullable String blankToNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    /** It stands in clear: only a word of ours, never one that somebody made up. */
    private static void requireOfferedLanguage(String tag) {
        if (Language.of(tag).isEmpty()) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/language", "unknown"));
        }
    }

    private void requireKnownCodes(NewReport report) {
        requireKnown("/demands", report.demands(), "DEM");
        requireKnown("/means", report.means(), "MEA");
        requireKnown("/channels", report.channels(), "CHN");
        requireKnown("/urgency", report.urgency(), "URG");
        requireKnown("/evidence", report.evidence(), "EVD");
        requireKnown("/wishes", report.wishes(), "SUP");
        for (Suspect suspect : report.suspects()) {
            requireKnown("/suspects", listed(suspect.actor()), "ACT");
            requireKnown("/suspects", listed(suspect.basis()), "ATT");
            requireKnown("/suspects", suspect.traces().stream().map(Trace::type).toList(), "SEL");
        }
    }

    private static List<String> listed(@Nullable String code) {
        return code == null ? List.of() : List.of(code);
    }

    private void requireKnown(String pointer, List<String> given, String list) {
        boolean known = given.stream().allMatch(code -> codes.knows(list, code));
        if (!known) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault(pointer, "unknown-code"));
        }
    }
}

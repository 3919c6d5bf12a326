package org.amanet.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.amanet.codes.Codes;
import org.amanet.codes.Countries;
import org.amanet.languages.Language;
import org.amanet.reports.Account;
import org.amanet.reports.Answer;
import org.amanet.reports.Band;
import org.amanet.reports.BandRules;
import org.amanet.reports.Consent;
import org.amanet.reports.ConsentWording;
import org.amanet.reports.PartKind;
import org.amanet.reports.Question;
import org.amanet.reports.SafeContact;
import org.amanet.reports.Telling;
import org.amanet.reports.Triage;
import org.jspecify.annotations.Nullable;

/**
 * A case in the words of its reader's language.
 *
 * @param whenKey key of our texts, as is dangerKey
 * @param insiderAt the desk at which somebody is involved, where one was named
 * @param unreadable keys that say which parts nobody can open
 * @param contact how the reporter can be reached, the latest word first
 * @param news what has changed since, the latest first
 * @param answers what else was answered later, oldest first
 * @param rises what was told later and made it more urgent, oldest first
 * @param guarded whether words say who must not see it, so that a lead has to look before giving it
 */
record CaseSheet(
        Left left,
        String tongue,
        String country,
        String where,
        String whenKey,
        String dangerKey,
        String insiderAt,
        boolean guarded,
        List<String> unreadable,
        List<Rule> rules,
        List<String> demands,
        List<String> means,
        List<String> channels,
        List<String> urgency,
        List<String> evidence,
        List<String> wishes,
        String residence,
        List<List<Telling.Line>> suspects,
        List<Given> contact,
        List<Given> news,
        List<Given> answers,
        List<Rise> rises,
        List<Allowed> consent) {

    static CaseSheet of(CaseView view, Codes codes, Clock clock, Language language) {
        Account account = view.account();
        Telling telling = Telling.in(codes, language);
        return new CaseSheet(
                Left.until(view.standing().dueAt(), clock.instant()),
                Language.of(view.language()).map(Language::ownName).orElse(view.language()),
                country(view.country(), language),
                country(account.where(), language),
                "when_" + lower(account.when()),
                "danger_" + lower(account.danger()),
                Objects.toString(account.insiderAt(), ""),
                isGuarded(view),
                view.unreadable().stream().map(part -> "unreadable_" + lower(part.name())).toList(),
                Rule.of(view.triage().rules(), codes, language),
                labels(account.demands(), codes, language),
                labels(account.means(), codes, language),
                labels(account.channels(), codes, language),
                labels(account.urgency(), codes, language),
                labels(account.evidence(), codes, language),
                labels(account.wishes(), codes, language),
                account.residence() == null ? "" : telling.of(account.residence()),
                account.suspects().stream().map(telling::of).toList(),
                contact(view, telling),
                given(view, telling, answer -> answer.question().isNews()).reversed(),
                given(view, telling, CaseSheet::standsApart),
                Rise.all(view, codes, language),
                Arrays.stream(Consent.Scope.values())
                        .map(scope -> Allowed.of(scope, view.consent(), language))
                        .toList());
    }

    /** Whether the reporter may fear somebody at a desk, or it cannot be known. */
    private static boolean isGuarded(CaseView view) {
        return view.account().insider()
                || !view.excludedInWords().isEmpty()
                || view.unreadable().contains(PartKind.ACCOUNT);
    }

    private static boolean standsApart(Answer answer) {
        return !answer.question().isNews() && answer.question() != Question.CONTACT;
    }

    private static List<Given> given(CaseView view, Telling telling, Predicate<Answer> which) {
        return view.answers().stream()
                .filter(which)
                .map(answer -> Given.of(answer, telling))
                .toList();
    }

    /** What was said last holds; what was said before stays to be seen. */
    private static List<Given> contact(CaseView view, Telling telling) {
        List<Given> all = new ArrayList<>();
        SafeContact first = view.account().contact();
        if (first != null) {
            all.add(new Given("", telling.of(first), view.receivedHour()));
        }
        all.addAll(given(view, telling, answer -> answer.question() == Question.CONTACT));
        return all.reversed();
    }

    private static String lower(@Nullable String code) {
        return Objects.toString(code, "").toLowerCase(Locale.ROOT);
    }

    /** Whether the reporter wants to be answered. */
    public boolean answerable() {
        return consent.stream().anyMatch(one -> one.granted() && one.label().equals("c1_label"));
    }

    public List<Band> bands() {
        return List.of(Band.values());
    }

    /** Whether the form shows this band as chosen: what was typed, or else what is. */
    public boolean shows(Typed typed, Band band, Band now) {
        String chosen = typed.text("band", "band");
        return band.name().equals(chosen.isEmpty() ? now.name() : chosen);
    }

    private static List<String> labels(List<String> list, Codes codes, Language language) {
        return list.stream().map(code -> codes.label(code, language)).toList();
    }

    private static String country(@Nullable String code, Language language) {
        return code == null ? "" : Countries.name(code, language);
    }

    /** An answer that was given later. */
    record Given(String title, List<Telling.Line> lines, Instant hour) {
        static Given of(Answer answer, Telling telling) {
            return new Given(telling.asked(answer.question()), telling.of(answer), answer.hour());
        }
    }

    /**
     * Something that was told later and why it is urgent.
     *
     * @param band that these rules lead to
     */
    record Rise(Instant hour, Band band, List<Rule> rules) {
        static List<Rise> all(CaseView view, Codes codes, Language language) {
            List<Rise> rises = new ArrayList<>();
            List<Answer> before = new ArrayList<>();
            for (Answer answer : view.answers()) {
                Triage brought = BandRules.brought(view.account(), before, answer);
                if (!brought.rules().isEmpty()) {
                    List<Rule> rules = Rule.of(brought.rules(), codes, language);
                    rises.add(new Rise(answer.hour(), brought.band(), rules));
                }
                before.add(answer);
            }
            return rises;
        }
    }

    /**
     * A line of the consent matrix.
     *
     * @param label key of our words for it
     * @param country its name, where the yes is for one
     * @param shown the words that were shown, where the decision was made on words that we know
     */
    record Allowed(
            String label,
            @Nullable Wording shown,
            boolean granted,
            String country,
            Consent.@Nullable IdentityLevel level,
            String name,
            Consent.@Nullable Review review) {
        /** Key of its shortest name. */
        public String brief() {
            return "short_" + label.substring(0, label.indexOf('_'));
        }

        static Allowed of(Consent.Scope scope, Consent consent, Language language) {
            String label = scope.name().toLowerCase(Locale.ROOT) + "_label";
            return consent.granted(scope)
                    .map(
                            yes ->
                                    new Allowed(
                                            label,
                                            Wording.of(consent.stampOf(scope), label),
                                            true,
                                            CaseSheet.country(yes.country(), language),
                                            yes.identity(),
                                            yes.name() == null ? "" : yes.name(),
                                            yes.review()))
                    .orElseGet(() -> new Allowed(label, null, false, "", null, "", null));
        }
    }

    /**
     * Words that were shown to the reporter.
     *
     * @param version of the consent's words in that language
     * @param tongue the language by its own name
     */
    record Wording(int version, String language, String tongue, String words) {
        static @Nullable Wording of(Consent.Stamp stamp, String label) {
            return ConsentWording.of(stamp.wording())
                    .map(
                            known ->
                                    new Wording(
                                            known.number(),
                                            known.language(),
                                            Language.of(known.language())
                                                    .map(Language::ownName)
                                                    .orElse(known.language()),
                                            known.texts().getOrDefault(label, "")))
                    .orElse(null);
        }
    }
}

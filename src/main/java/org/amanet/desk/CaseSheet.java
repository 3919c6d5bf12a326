package org.amanet.desk;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.amanet.codes.Codes;
import org.amanet.codes.Countries;
import org.amanet.languages.Language;
import org.amanet.reports.Account;
import org.amanet.reports.Band;
import org.amanet.reports.Consent;
import org.jspecify.annotations.Nullable;

/**
 * A case in the words of its reader's language.
 *
 * @param whenKey key of our texts, as is dangerKey
 * @param insiderAt the desk at which somebody is involved, where one was named
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
        List<Rule> rules,
        List<String> demands,
        List<String> means,
        List<String> channels,
        List<String> urgency,
        List<Allowed> consent) {

    static CaseSheet of(CaseView view, Codes codes, Clock clock, Language language) {
        Account account = view.account();
        return new CaseSheet(
                Left.until(view.standing().dueAt(), clock.instant()),
                Language.of(view.language()).map(Language::ownName).orElse(view.language()),
                country(view.country(), language),
                country(account.where(), language),
                "when_" + lower(account.when()),
                "danger_" + lower(account.danger()),
                Objects.toString(account.insiderAt(), ""),
                account.insider() || account.excludeText() != null,
                Rule.of(view.triage().rules(), codes, language),
                labels(account.demands(), codes, language),
                labels(account.means(), codes, language),
                labels(account.channels(), codes, language),
                labels(account.urgency(), codes, language),
                Arrays.stream(Consent.Scope.values())
                        .map(scope -> Allowed.of(scope, view.consent(), language))
                        .toList());
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

    /**
     * A line of the consent matrix.
     *
     * @param label key of the words that were shown to the reporter
     * @param country its name, where the yes is for one
     */
    record Allowed(
            String label,
            boolean granted,
            String country,
            Consent.@Nullable IdentityLevel level,
            String name) {
        static Allowed of(Consent.Scope scope, Consent consent, Language language) {
            String label = scope.name().toLowerCase(Locale.ROOT) + "_label";
            return consent.granted(scope)
                    .map(
                            yes ->
                                    new Allowed(
                                            label,
                                            true,
                                            CaseSheet.country(yes.country(), language),
                                            yes.identity(),
                                            yes.name() == null ? "" : yes.name()))
                    .orElseGet(() -> new Allowed(label, false, "", null, ""));
        }
    }
}

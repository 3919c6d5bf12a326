package org.amanet.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.amanet.reports.Choice;
import org.amanet.reports.Consent;
import org.amanet.reports.Residence;
import org.amanet.reports.SafeContact;
import org.amanet.reports.Suspect;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter sends. Three answers are required: danger, account, and consent C0. Whoever says
 * what there is to show may leave the account empty: the files tell it.
 *
 * @param where the country the reporter was in; ZZ for any place that has no name here
 * @param suspects who it was; somebody in an organisation that should help makes {@code insider}
 *     true
 * @param evidence what there is to show, with the receipt, once the report is there
 * @param desk where the report should go; left out, the country decides or we do
 * @param insiderAt the desk at which somebody is involved, which must not learn of the report;
 *     {@code elsewhere} for none of ours. Left out, it is the desk that would have got the report
 */
@Schema(
        description =
                "A first account. Three answers are required: danger, account, and consent C0. The account"
                        + " may be empty where evidence says what there is to show.")
record NewReport(
        @NotNull @Size(max = 12) @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                String language,
        @NotNull Danger danger,
        @NotNull @Size(max = ACCOUNT_MAX_CHARACTERS) String account,
        @Size(max = CODES_MAX)
                List<@NotNull @Size(max = 40) @Pattern(regexp = "DEM" + CODE) String> demands,
        @Size(max = CODES_MAX)
                List<@NotNull @Size(max = 40) @Pattern(regexp = "MEA" + CODE) String> means,
        @Size(max = CODES_MAX)
                List<@NotNull @Size(max = 40) @Pattern(regexp = "CHN" + CODE) String> channels,
        @Nullable @Valid When when,
        @Nullable @Pattern(regexp = "[A-Z]{2}") String where,
        boolean routeByCountry,
        @Nullable Residence residence,
        @Size(max = SUSPECTS_MAX) List<@NotNull @Valid Suspect> suspects,
        @Nullable @Size(max = TEXT_MAX_CHARACTERS) String relatives,
        @Size(max = CODES_MAX)
                List<@NotNull @Size(max = 40) @Pattern(regexp = "EVD" + CODE) String> evidence,
        @Size(max = CODES_MAX)
                List<@NotNull @Size(max = 40) @Pattern(regexp = "URG" + CODE) String> urgency,
        @Size(max = CODES_MAX)
                List<@NotNull @Size(max = 40) @Pattern(regexp = "SUP" + CODE) String> wishes,
        @Nullable @Size(max = 60) String desk,
        @Size(max = CODES_MAX) List<@NotNull UUID> exclude,
        @Nullable @Size(max = TEXT_MAX_CHARACTERS) String excludeText,
        boolean insider,
        @Nullable @Size(max = 60) String insiderAt,
        @Nullable @Valid SafeContact contact,
        @NotNull Map<Consent.Scope, @NotNull @Valid Choice> consent) {

    /** Enough for many pages; more than a first account needs. */
    public static final int ACCOUNT_MAX_CHARACTERS = 20_000;

    /** For the shorter answers. */
    public static final int TEXT_MAX_CHARACTERS = 5_000;

    /** For {@code insiderAt}: somebody at none of our desks, or nobody knows where. */
    public static final String ELSEWHERE = "elsewhere";

    /** More than anybody remembers at once. */
    static final int SUSPECTS_MAX = 10;

    private static final int CODES_MAX = 50;

    /** What follows the name of its list. */
    static final String CODE = "(\\.[A-Z0-9_]+)+";

    /** Is anyone in danger right now? */
    public enum Danger {
        NOW,
        SOON,
        NO,
        UNSURE
    }

    /** When it happened, as roughly as the person likes. */
    public record When(@NotNull Kind kind, @Nullable @Size(max = 200) String about) {
        /** How roughly. */
        public enum Kind {
            TODAY,
            WEEK,
            ABOUT,
            ONGOING
        }

        @Override
        public String toString() {
            return "When";
        }
    }

    /** Lists that were left out are empty: the reporter need not know that they exist. */
    public NewReport {
        demands = orEmpty(demands);
        means = orEmpty(means);
        channels = orEmpty(channels);
        suspects = suspects == null ? List.of() : suspects;
        evidence = orEmpty(evidence);
        urgency = orEmpty(urgency);
        wishes = orEmpty(wishes);
        insider = insider || suspects.stream().anyMatch(one -> one != null && one.isInsider());
        exclude = exclude == null ? List.of() : exclude;
        consent = consent == null ? Map.of() : consent;
    }

    /** What was allowed for a named recipient, without the name: nobody could act on it. */
    Set<Consent.Scope> unnamed() {
        Set<Consent.Scope> unnamed = EnumSet.noneOf(Consent.Scope.class);
        consent.forEach(
                (scope, choice) -> {
                    if (!choice.isNamed(scope)) {
                        unnamed.add(scope);
                    }
                });
        return unnamed;
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    /** In words or in files. */
    @AssertTrue(message = "required")
    @Schema(hidden = true)
    public boolean isTold() {
        return account == null || !account.isBlank() || !evidence.isEmpty();
    }

    /** C0: without it nobody may keep or read the report, and so it is not taken in. */
    @AssertTrue(message = "required")
    @Schema(hidden = true)
    public boolean isConsentToKeep() {
        Choice choice = consent.get(Consent.Scope.C0);
        return choice != null && choice.granted();
    }

    /** Who is meant in C3, C4 and C5 is part of the consent. */
    @AssertTrue(message = "required")
    @Schema(hidden = true)
    public boolean isConsentNamed() {
        return unnamed().isEmpty();
    }

    @Override
    public String toString() {
        return "NewReport";
    }
}

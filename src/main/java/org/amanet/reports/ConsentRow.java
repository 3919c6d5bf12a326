package org.amanet.reports;

import java.util.List;
import java.util.Locale;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.Consent.Review;
import org.amanet.reports.Consent.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One line of the consent matrix: what else is asked once it is ticked.
 *
 * @param country whether and how the country is asked
 * @param levels as whom the reporter may appear, the most careful first; empty where it is not
 *     asked
 * @param reviews when to think about it again, the soonest first; empty where it is not asked
 */
public record ConsentRow(
        Scope scope,
        boolean asksName,
        Country country,
        List<IdentityLevel> levels,
        List<Review> reviews) {
    private static final List<IdentityLevel> ANY =
            List.of(IdentityLevel.ANONYMOUS, IdentityLevel.PSEUDONYM, IdentityLevel.IDENTITY);

    /** All of them, in the order in which they are asked. */
    public static final List<ConsentRow> ALL =
            List.of(
                    plain(Scope.C0),
                    plain(Scope.C1),
                    plain(Scope.C2),
                    new ConsentRow(Scope.C3, true, Country.NONE, List.of(), List.of()),
                    passedOn(Scope.C4, Country.NEEDED, ANY),
                    passedOn(Scope.C5, Country.NEEDED, ANY),
                    passedOn(Scope.C6, Country.NONE, List.of(IdentityLevel.IDENTITY)),
                    passedOn(
                            Scope.C7,
                            Country.NONE,
                            List.of(IdentityLevel.PSEUDONYM, IdentityLevel.IDENTITY)),
                    passedOn(Scope.C8, Country.FREE, ANY),
                    passedOn(Scope.C9, Country.FREE, ANY),
                    new ConsentRow(
                            Scope.C10, false, Country.NONE, List.of(), List.of(Review.values())),
                    plain(Scope.C11));

    /** How the country is asked. */
    public enum Country {
        NONE,
        FREE,
        NEEDED
    }

    private static ConsentRow plain(Scope scope) {
        return new ConsentRow(scope, false, Country.NONE, List.of(), List.of());
    }

    private static ConsentRow passedOn(Scope scope, Country country, List<IdentityLevel> levels) {
        return new ConsentRow(scope, false, country, levels, List.of());
    }

    /** Without a yes nothing is taken in. */
    public boolean required() {
        return scope == Scope.C0;
    }

    /** Whether there is a choice of country. */
    public boolean asksCountry() {
        return country != Country.NONE;
    }

    /** Whether a yes without a country says too little. */
    public boolean countryNeeded() {
        return country == Country.NEEDED;
    }

    /** With one level there is nothing to choose; the wording says which it is. */
    public boolean asksLevel() {
        return levels.size() > 1;
    }

    /** Whether there is a time to choose. */
    public boolean asksReview() {
        return !reviews.isEmpty();
    }

    /** Whether a tick opens more questions. */
    public boolean asksMore() {
        return asksName || asksCountry() || asksLevel() || asksReview();
    }

    /** Whether there is a second, smaller text. */
    public boolean explained() {
        return scope != Scope.C3;
    }

    /** What is asked: a key of {@link ConsentMessages}. */
    public String label() {
        return key() + "_label";
    }

    /** The second text: a key of {@link ConsentMessages}. */
    public String detail() {
        return key() + "_detail";
    }

    /** The id of the box to tick. */
    public String tickField() {
        return "consent-" + scope;
    }

    /** The form field with the name. */
    public String nameField() {
        return scope + "-name";
    }

    /** The form field with the country. */
    public String countryField() {
        return scope + "-country";
    }

    /** The form field with the level. */
    public String levelField() {
        return scope + "-identity";
    }

    /** The form field with the time. */
    public String reviewField() {
        return scope + "-review";
    }

    private String key() {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    /** The level that was chosen; the most careful one where none or another was. */
    @Nullable IdentityLevel level(String chosen) {
        return levels.stream()
                .filter(level -> level.name().equals(chosen))
                .findFirst()
                .orElse(levels.isEmpty() ? null : levels.getFirst());
    }

    /** The time that was chosen; the soonest where none or another was. */
    @Nullable Review review(String chosen) {
        return reviews.stream()
                .filter(review -> review.name().equals(chosen))
                .findFirst()
                .orElse(reviews.isEmpty() ? null : reviews.getFirst());
    }
}

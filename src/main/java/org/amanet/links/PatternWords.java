package org.amanet.links;

import org.amanet.codes.Countries;

/** What is written in the pictures of a pattern and in the tables that say the same. */
record PatternWords(PatternDetail pattern, SelectorTypes types) {
    private static final int BESIDE_MAX = 24;

    /** The report of this number. */
    public PatternDetail.Node report(int number) {
        return pattern.reports().get(number - 1);
    }

    /** What is shared, by its number. */
    public PatternDetail.Shared shared(int number) {
        return pattern.selectors().get(number - 1);
    }

    /** The same, short enough for the picture. */
    public String beside(int number) {
        String shown = shared(number).shown();
        return shown.length() > BESIDE_MAX ? shown.substring(0, BESIDE_MAX) + "…" : shown;
    }

    /** A country by name. */
    public String country(String code) {
        return Countries.name(code, types.language());
    }

    /** A type by name. */
    public String type(String code) {
        return types.label(code);
    }

    @Override
    public String toString() {
        return "PatternWords";
    }
}

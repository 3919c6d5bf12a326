package org.amanet.codes;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.amanet.languages.Language;

/** What templates ask about countries. */
@TemplateExtension(namespace = "countries")
final class CountryTemplates {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    private CountryTemplates() {}

    /** Those whose authorities may receive a report, and the one that stands chosen already. */
    static List<String> partners(Language language, String chosen) {
        List<String> partners = new ArrayList<>(Countries.ofEconomicAreaIn(language));
        if (CODE.matcher(chosen).matches() && !partners.contains(chosen)) {
            partners.add(chosen);
        }
        return partners;
    }

    static String name(String code, Language language) {
        return Countries.name(code, language);
    }
}

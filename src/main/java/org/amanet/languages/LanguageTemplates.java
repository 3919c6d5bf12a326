package org.amanet.languages;

import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** What templates ask about languages. */
@TemplateExtension(namespace = "languages")
final class LanguageTemplates {
    private LanguageTemplates() {}

    static List<Language> offered() {
        return Language.offered();
    }
}

package org.amanet.texts;

import java.util.List;
import java.util.Set;
import org.amanet.languages.Language;

/**
 * Whom a bundle speaks to, decided here and nowhere else: to everybody, in every language that is
 * offered, unless only those who work here ever see it.
 */
enum Audience {
    EVERYBODY,
    STAFF;

    private static final Set<String> OF_STAFF =
            Set.of(
                    "alarms",
                    "coding",
                    "desk",
                    "dossier",
                    "exhibits",
                    "exports",
                    "find",
                    "handover",
                    "joint",
                    "keys",
                    "links",
                    "log",
                    "marks",
                    "notices",
                    "queue",
                    "renditions",
                    "replytitles",
                    "staff");

    static Audience of(String bundle) {
        return OF_STAFF.contains(bundle) ? STAFF : EVERYBODY;
    }

    /** The languages in which every text of such a bundle must stand. */
    List<Language> languages() {
        return this == STAFF ? Language.ofStaff() : Language.offered();
    }
}

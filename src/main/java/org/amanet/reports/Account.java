package org.amanet.reports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter told, once, in their own words and language. Sealed as it came; addenda are
 * messages.
 *
 * @param danger NOW, SOON, NO or UNSURE
 * @param demands what was demanded, codes of level 1; likewise means, channels and urgency
 * @param when TODAY, WEEK, ABOUT or ONGOING
 * @param about the reporter's own words for the time
 * @param where the country the reporter was in at that moment (ISO 3166-1 alpha-2)
 * @param excludeText who must not see this, in the reporter's words
 * @param excluded members whom the reporter left out: nobody can give them this report
 * @param insider whether somebody in a helping organisation is involved
 * @param insiderAt at which of our desks, by short name, where the reporter named one
 */
public record Account(
        String language,
        String danger,
        String account,
        List<String> demands,
        List<String> means,
        List<String> channels,
        @Nullable String when,
        @Nullable String about,
        @Nullable String where,
        List<String> urgency,
        List<UUID> excluded,
        @Nullable String excludeText,
        boolean insider,
        @Nullable String insiderAt) {
    @Override
    public String toString() {
        return "Account";
    }
}

package org.amanet.reports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter told, once, in their own words and language. Sealed as it came; addenda are
 * messages and answers.
 *
 * @param danger NOW, SOON, NO or UNSURE
 * @param account empty where files are to tell it
 * @param demands what was demanded, codes of level 1; likewise means, channels, urgency, evidence
 *     and wishes
 * @param when TODAY, WEEK, ABOUT or ONGOING
 * @param about the reporter's own words for the time
 * @param where the country the reporter was in at that moment (ISO 3166-1 alpha-2)
 * @param evidence what there is to show, as announced
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
        @Nullable Residence residence,
        List<Suspect> suspects,
        List<String> evidence,
        List<String> urgency,
        List<String> wishes,
        List<UUID> excluded,
        @Nullable String excludeText,
        boolean insider,
        @Nullable String insiderAt,
        @Nullable SafeContact contact) {

    /** What accounts sealed before the question existed do not have is nothing. */
    public Account {
        suspects = suspects == null ? List.of() : suspects;
        evidence = evidence == null ? List.of() : evidence;
        wishes = wishes == null ? List.of() : wishes;
    }

    /** One in which no question was answered but the story's. */
    static Account saying(String language, String account) {
        return new Account(
                language, "UNSURE", account, List.of(), List.of(), List.of(), null, null, null,
                null, List.of(), List.of(), List.of(), List.of(), List.of(), null, false, null,
                null);
    }

    /** The answers that the rules for the bands ask for, under the names they know. */
    Map<String, Set<String>> answers() {
        Map<String, Set<String>> answers = new HashMap<>();
        answers.put("danger", Set.of(danger));
        answers.put("demands", new HashSet<>(demands));
        answers.put("means", new HashSet<>(means));
        answers.put("urgency", new HashSet<>(urgency));
        answers.put("evidence", new HashSet<>(evidence));
        answers.put("wishes", new HashSet<>(wishes));
        answers.put("insider", insider ? Set.of("yes") : Set.of());
        Set<String> actors = new HashSet<>();
        for (Suspect suspect : suspects) {
            if (suspect.actor() != null) {
                actors.add(suspect.actor());
            }
        }
        answers.put("actors", actors);
        return answers;
    }

    @Override
    public String toString() {
        return "Account";
    }
}

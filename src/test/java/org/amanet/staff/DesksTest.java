package org.amanet.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amanet.testing.Script;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which desk takes a report whose reporter chose none; here and in the browser. */
class DesksTest {
    private record Row(@Nullable String country, String language, String desk) {}

    /** Of the desks below. */
    private static final List<Row> TABLE =
            List.of(
                    new Row("DE", "ug", "berlin"), // serves and reads
                    new Row("DE", "tr", "bonn"), // both serve, only the second reads
                    new Row("DE", "sv", "berlin"), // both serve, nobody reads: the first by name
                    new Row("NO", "ug", "oslo"), // serves; the country comes before the language
                    new Row("NO", "nb", "oslo"),
                    new Row("FR", "nb", "oslo"), // nobody serves: who reads it
                    new Row("FR", "tr", "bonn"),
                    new Row("FR", "ug", "berlin"), // two read it: the first by name
                    new Row(null, "sv", "berlin"), // nothing fits: the first by name
                    new Row(null, "tr", "bonn"),
                    new Row("ZZ", "nb", "oslo"));

    private static final Map<String, List<List<String>>> DESKS =
            Map.of(
                    "berlin", List.of(List.of("DE"), List.of("ug", "de")),
                    "bonn", List.of(List.of("DE", "AT"), List.of("ug", "tr")),
                    "oslo", List.of(List.of("NO"), List.of("nb")));

    private static Desks desks() {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .withMapping(StaffConfig.class)
                        .withDefaultValue("amanet.staff.root-key", "none")
                        .withDefaultValue("amanet.staff.recovery-recipient", "none")
                        .withDefaultValue("amanet.staff.token-key", "none")
                        .withDefaultValue("amanet.staff.refusals-told", "PT60S")
                        .withDefaultValue("amanet.staff.session-age", "PT8H")
                        .withDefaultValue("amanet.staff.session-idle", "PT20M");
        DESKS.forEach(
                (slug, what) -> {
                    String desk = "amanet.staff.desks." + slug + ".";
                    builder.withDefaultValue(desk + "name", slug)
                            .withDefaultValue(desk + "countries", String.join(",", what.get(0)))
                            .withDefaultValue(desk + "languages", String.join(",", what.get(1)))
                            .withDefaultValue(
                                    desk + "alternate", slug.equals("oslo") ? "bonn" : "oslo");
                });
        SmallRyeConfig config = builder.build();
        return new Desks(config.getConfigMapping(StaffConfig.class));
    }

    @Test
    void isTheOneOfTheTable() {
        Desks desks = desks();
        for (Row row : TABLE) {
            String desk = desks.serving(row.country(), row.language()).slug();
            assertEquals(row.desk(), desk, row.toString());
        }
    }

    @Test
    void browserHasTheSameTable() {
        List<Map<String, Object>> published = new ArrayList<>();
        DESKS.keySet().stream()
                .sorted()
                .forEach(
                        slug ->
                                published.add(
                                        Map.of(
                                                "slug", slug,
                                                "countries", DESKS.get(slug).get(0),
                                                "languages", DESKS.get(slug).get(1))));
        Script script = new Script();
        for (Row row : TABLE) {
            String country = row.country() == null ? "" : row.country();
            script.then("serving", Map.of("desks", published), country, row.language());
        }
        List<JsonNode> answers = script.run();
        for (int i = 0; i < TABLE.size(); i++) {
            assertEquals(
                    TABLE.get(i).desk(),
                    answers.get(i).at("/value/slug").asText(),
                    TABLE.get(i).toString());
        }
    }

    @Test
    void deskWithoutLanguagesReadsAll() {
        Desk desk = desk(List.of());
        assertTrue(desk.reads("bo") && desk.reads("en"));
        assertThrows(IllegalArgumentException.class, () -> desk(List.of("english")));
    }

    @Test
    void isCalledByItsNameHoweverItIsWritten() {
        Desk desk = desk(List.of());
        for (String words :
                List.of("Desk South", "desk  south ", "DESK-SOUTH", "south", "Desk South.")) {
            assertTrue(desk.isCalled(words), words);
        }
        for (String words : List.of("", "...", "Desk", "Desk Southern", "a lawyer", "South Desk")) {
            assertTrue(!desk.isCalled(words), words);
        }
    }

    private static Desk desk(List<String> languages) {
        return new Desk(
                "south",
                "Desk South",
                Set.of(),
                Set.copyOf(languages),
                "north",
                new WorkingDays(Set.of(DayOfWeek.MONDAY), Set.of()),
                false);
    }
}

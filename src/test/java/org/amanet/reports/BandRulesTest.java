package org.amanet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.amanet.codes.Codes;

class BandRulesTest {
    private static final String ENOUGH = "They called my brother and asked for my address.";
    private static final String COMPROMISED = "URG.DEV.COMPROMISED";
    private static final String LOCATION = "URG.LIFE.LOCATION_KNOWN";

    /** Which code alone leads to which band: the whole table, a second time. */
    private static final Map<Band, Set<String>> TABLE =
            Map.of(
                    Band.P0,
                    Set.of(
                            "URG.LIFE.ATTACK_NOW",
                            "URG.SELF.SUICIDE_NOW",
                            "URG.RETURN.IN_CUSTODY",
                            "URG.RETURN.DATE_7D",
                            "URG.MINOR.ALONE"),
                    Band.P1,
                    Set.of(
                            "URG.LIFE.ATTACK_RECENT",
                            "URG.RETURN.DATE_30D",
                            "URG.RETURN.LURED",
                            "URG.FAM.DEADLINE_72H",
                            "URG.DEMAND.DEADLINE_72H",
                            "URG.ASYL.HEARING_14D",
                            "URG.ASYL.NEGATIVE",
                            "URG.MINOR.TARGET",
                            "URG.SELF.SUICIDE_THOUGHTS"),
                    Band.P2,
                    Set.of(
                            "URG.FAM.DETAINED_30D",
                            "URG.TREND.ESCALATING",
                            COMPROMISED,
                            "URG.DEMAND.COMPLYING",
                            "URG.ASYL.NO_PAPERS"));

    private static final List<String> CODES =
            new Codes()
                    .all().stream()
                            .flatMap(list -> list.codes().stream())
                            .map(code -> code.code())
                            .filter(code -> code.startsWith("URG."))
                            .toList();

    /** As the first question of the form. */
    enum Danger {
        NOW,
        SOON,
        NO,
        UNSURE
    }

    private static Account report(
            Danger danger, String account, List<String> urgency, boolean insider) {
        return tapped(danger, account, Map.of("urgency", urgency), insider);
    }

    /** With these codes under these answers. */
    private static Account tapped(
            Danger danger, String account, Map<String, List<String>> codes, boolean insider) {
        return new Account(
                "en",
                danger.name(),
                account,
                codes.getOrDefault("demands", List.of()),
                codes.getOrDefault("means", List.of()),
                List.of(),
                null,
                null,
                null,
                null,
                codes.getOrDefault("actors", List.of()).stream()
                        .map(actor -> new Suspect(actor, null, List.of(), null))
                        .toList(),
                codes.getOrDefault("evidence", List.of()),
                codes.getOrDefault("urgency", List.of()),
                codes.getOrDefault("wishes", List.of()),
                List.of(),
                null,
                insider,
                null,
                null);
    }

    private static Account urgent(String... codes) {
        return report(Danger.NO, ENOUGH, List.of(codes), false);
    }

    private static void assertTriage(Band band, List<String> rules, Account report) {
        assertEquals(new Triage(band, rules), BandRules.triage(report));
    }

    @Example
    void everyCodeOfTheListLeadsWhereTheTableSays() {
        for (String code : CODES) {
            Band expected =
                    TABLE.entrySet().stream()
                            .filter(line -> line.getValue().contains(code))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(Band.P3);
            List<String> rules = expected == Band.P3 ? List.of() : List.of(code);
            assertTriage(expected, rules, urgent(code));
        }
    }

    @Example
    void everyCodeOfTheTableIsInTheList() {
        TABLE.values().forEach(codes -> assertTrue(CODES.containsAll(codes), codes.toString()));
    }

    @Example
    void theFirstAnswerDecidesToo() {
        assertTriage(Band.P0, List.of("DANGER.NOW"), report(Danger.NOW, ENOUGH, List.of(), false));
        assertTriage(
                Band.P1, List.of("DANGER.SOON"), report(Danger.SOON, ENOUGH, List.of(), false));
        assertTriage(
                Band.P2, List.of("DANGER.UNSURE"), report(Danger.UNSURE, ENOUGH, List.of(), false));
        assertTriage(Band.P3, List.of(), report(Danger.NO, ENOUGH, List.of(), false));
    }

    @Example
    void somebodyInsideIsP2() {
        assertTriage(Band.P2, List.of("ACT.INSIDER"), report(Danger.NO, ENOUGH, List.of(), true));
    }

    @Example
    void aCompromisedDeviceIsWorseWhereTheyKnowTheHome() {
        String both = COMPROMISED + "+" + LOCATION;
        assertTriage(Band.P1, List.of(both, COMPROMISED), urgent(LOCATION, COMPROMISED));
        assertTriage(Band.P2, List.of(COMPROMISED), urgent(COMPROMISED));
        assertTriage(Band.P3, List.of(), urgent(LOCATION));
    }

    @Example
    void tooLittleToActOnIsP4() {
        for (String little :
                List.of("", "   \n ", "help", "x".repeat(19), "  nineteen and spaces ")) {
            assertEquals(
                    little.strip().length() < 20 ? Band.P4 : Band.P3,
                    BandRules.triage(report(Danger.NO, little, List.of(), false)).band());
        }
        assertTriage(Band.P3, List.of(), report(Danger.NO, "x".repeat(20), List.of(), false));
        assertTriage(Band.P4, List.of(), report(Danger.NO, "", List.of("URG.NONE"), false));
        assertTriage(Band.P4, List.of(), report(Danger.NO, "", List.of("URG.UNK"), false));
    }

    @Example
    void aTapSaysSomethingWhereWordsDoNot() {
        assertTriage(Band.P3, List.of(), report(Danger.NO, "", List.of(LOCATION), false));
        for (String code : List.of("DEM.INFORM", "MEA.CALL", "ACT.PRC", "EVD.VOICE")) {
            String answer =
                    Map.of("D", "demands", "M", "means", "A", "actors", "E", "evidence")
                            .get(code.substring(0, 1));
            Map<String, List<String>> one = Map.of(answer, List.of(code));
            assertTriage(Band.P3, List.of(), tapped(Danger.NO, "x", one, false));
        }
    }

    @Example
    void somebodyInsideIsFoundAmongThoseWhoMayBeBehindItToo() {
        Map<String, List<String>> inside = Map.of("actors", List.of("ACT.PRC", "ACT.INSIDER"));
        assertTriage(Band.P2, List.of("ACT.INSIDER"), tapped(Danger.NO, ENOUGH, inside, false));
    }

    @Example
    void whoeverOnlyWantsItOnRecordWaitsBehindTheOthersUnlessSomethingIsUrgent() {
        Map<String, List<String>> only =
                Map.of("wishes", List.of("SUP.RECORD_ONLY", "SUP.MEDIA_NO"));
        List<String> rule = List.of("SUP.RECORD_ONLY");
        assertTriage(Band.P4, rule, tapped(Danger.NO, ENOUGH, only, false));
        assertEquals(Band.P0, BandRules.triage(tapped(Danger.NOW, ENOUGH, only, false)).band());
        Map<String, List<String>> more = Map.of("wishes", List.of("SUP.RECORD_ONLY", "SUP.SAFETY"));
        assertTriage(Band.P3, List.of(), tapped(Danger.NO, ENOUGH, more, false));
    }

    @Example
    void whatIsAnsweredLaterCountsAsIfItHadBeenThereAtOnce() {
        Account little = report(Danger.NO, "help", List.of(LOCATION), false);
        Answer urgent =
                new Answer(
                        Question.URGENCY,
                        List.of(COMPROMISED),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        Instant.EPOCH);
        Answer whom =
                new Answer(
                        Question.WHO,
                        List.of(),
                        null,
                        new Suspect("ACT.INSIDER", null, List.of(), null),
                        null,
                        null,
                        List.of(),
                        Instant.EPOCH);
        assertEquals(
                new Triage(
                        Band.P1, List.of(COMPROMISED + "+" + LOCATION, "ACT.INSIDER", COMPROMISED)),
                BandRules.triage(little, List.of(urgent, whom)));
        assertEquals(List.of(), BandRules.triage(little, List.of()).rules());
    }

    /** Every name in the file is one that an account has: a rule that never fires is none. */
    @Example
    void everyRuleOfTheFileCanFire() throws IOException {
        JsonNode file =
                new ObjectMapper()
                        .readTree(Path.of("src/main/resources/codes/1/bands.json").toFile());
        Set<String> known = report(Danger.NO, "", List.of(), false).answers().keySet();
        assertTrue(file.path("rules").size() > 20, "there are rules to look at");
        for (JsonNode rule : file.path("rules")) {
            for (JsonNode when : rule.path("when")) {
                when.fieldNames().forEachRemaining(name -> assertTrue(known.contains(name), name));
            }
        }
    }

    @Example
    void fewWordsInDangerAreNeverTooLittle() {
        assertTriage(Band.P0, List.of("DANGER.NOW"), report(Danger.NOW, "", List.of(), false));
        assertTriage(
                Band.P2, List.of("DANGER.UNSURE"), report(Danger.UNSURE, "", List.of(), false));
        assertTriage(Band.P2, List.of("ACT.INSIDER"), report(Danger.NO, "", List.of(), true));
    }

    @Provide
    Arbitrary<Set<String>> urgencies() {
        return Arbitraries.of(CODES).set().ofMaxSize(8);
    }

    @Property
    void theWorstDecidesAndEveryRuleThatFiresIsShown(
            @ForAll Danger danger,
            @ForAll("urgencies") Set<String> codes,
            @ForAll boolean insider) {
        Triage triage = BandRules.triage(report(danger, ENOUGH, List.copyOf(codes), insider));

        Set<String> alone = new HashSet<>();
        Band worst = Band.P3;
        for (Triage one : singly(danger, codes, insider)) {
            alone.addAll(one.rules());
            worst = min(worst, one.band());
        }
        assertTrue(triage.rules().containsAll(alone));
        assertTrue(
                triage.rules().stream()
                        .allMatch(rule -> alone.contains(rule) || rule.contains("+")));
        boolean together = codes.containsAll(Set.of(COMPROMISED, LOCATION));
        assertEquals(together ? min(worst, Band.P1) : worst, triage.band());
        assertEquals(triage.rules().size(), new HashSet<>(triage.rules()).size());
    }

    private static List<Triage> singly(Danger danger, Set<String> codes, boolean insider) {
        List<Triage> all = new ArrayList<>();
        all.add(BandRules.triage(report(danger, ENOUGH, List.of(), false)));
        all.add(BandRules.triage(report(Danger.NO, ENOUGH, List.of(), insider)));
        codes.forEach(code -> all.add(BandRules.triage(urgent(code))));
        return all;
    }

    private static Band min(Band one, Band other) {
        return List.of(one, other).stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    @Property
    void whatElseIsSaidNeverMakesItLessUrgent(
            @ForAll Danger danger,
            @ForAll("urgencies") Set<String> codes,
            @ForAll("urgencies") Set<String> more) {
        Set<String> all = new HashSet<>(codes);
        all.addAll(more);
        Band before = BandRules.triage(report(danger, ENOUGH, List.copyOf(codes), false)).band();
        Band after = BandRules.triage(report(danger, ENOUGH, List.copyOf(all), true)).band();
        assertTrue(after.compareTo(before) <= 0);
    }
}

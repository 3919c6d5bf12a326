package org.amanet.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A report that nobody sent: like all others to everybody, and a trip-wire to the leads. */
class PlantedIT {
    private static final Stack STACK = Stack.shared();
    private static final String CURIOUS = "curious";
    private static final String PLANTED = "/api/v1/desk/planted";

    private record Pair(String planted, String ordinary) {}

    @BeforeAll
    static void somebodyWhoLooks() {
        STACK.add(Account.staff(CURIOUS, "caseworker", "north"));
    }

    private static Session lead() {
        return STACK.unlocked("lead");
    }

    private static Session curious() {
        return STACK.unlocked(CURIOUS);
    }

    private static String planted() {
        return planted(lead());
    }

    private static String planted(Session by) {
        Map<String, Object> bait =
                Map.of(
                        "language", "en",
                        "danger", "NO",
                        "account", "A bait of so many words.",
                        "relatives", "A bait for the second lock.");
        return by.post(PLANTED, bait).require(201).text("id");
    }

    private static Pair pair() {
        Map<String, Object> report = Reports.saying("An honest one of so many.");
        report.put("relatives", "An honest one of relatives.");
        return new Pair(planted(), Told.filed(STACK, report).replaceAll(".*/", ""));
    }

    private static JsonNode opened(String id) {
        return curious().get(Told.path(id)).require(200).json();
    }

    /** The form of a document: names and kinds, and no value. */
    private static TreeSet<String> shape(String at, JsonNode node, TreeSet<String> found) {
        found.add(at + " " + node.getNodeType());
        node.fields()
                .forEachRemaining(
                        field -> shape(at + "/" + field.getKey(), field.getValue(), found));
        node.elements().forEachRemaining(one -> shape(at + "/*", one, found));
        return found;
    }

    private static TreeSet<String> shape(JsonNode node) {
        return shape("", node, new TreeSet<>());
    }

    private static JsonNode row(String id) {
        JsonNode items = curious().get("/api/v1/desk/reports?limit=200").json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(row -> row.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDeskCannotTellItFromAnother() {
        Pair both = pair();
        assertEquals(shape(row(both.ordinary())), shape(row(both.planted())));
        assertEquals(shape(opened(both.ordinary())), shape(opened(both.planted())));
        assertEquals(acts(both.ordinary()), acts(both.planted()));
        assertEquals(4, UUID.fromString(both.planted()).version());
        assertEquals(2, UUID.fromString(both.planted()).variant());
    }

    private static List<String> acts(String id) {
        List<String> acts = new ArrayList<>();
        opened(id).path("history").forEach(deed -> acts.add(deed.path("act").asText()));
        return acts;
    }

    /** What differs between any two reports is left out; nothing else may differ. */
    @Test
    void theDatabaseCannotEither() {
        Pair both = pair();
        for (String query :
                List.of(
                        "select (to_jsonb(r) - '{id,lookup,reference,due_at,due_from,stage_until}'"
                                + "::text[])::text from report r where id::text = ?",
                        "select string_agg(holder || compartment || length(sealed), ' '"
                                + " order by holder, compartment) from report_grant"
                                + " where report::text = ?",
                        "select string_agg(kind || version || length(sealed) || hour, ' '"
                                + " order by position) from part where report::text = ?",
                        "select string_agg(act || actor_kind || version || length(detail), ' '"
                                + " order by seq) from audit_entry where report::text = ?")) {
            assertEquals(
                    Database.text(STACK, query, both.ordinary()),
                    Database.text(STACK, query, both.planted()),
                    query);
        }
        String named = "select count(*)::text from audit_entry where act = 'REPORT_PLANTED'";
        assertEquals(
                "0", Database.text(STACK, named + " and coalesce(report, subject) is not null"));
        assertFalse(Database.text(STACK, named).equals("0"));
        String clear = "select count(*)::text from warning n where n::text like '%' || ? || '%'";
        assertEquals("0", Database.text(STACK, clear, both.planted()));
    }

    @Test
    void itTakesNoMoreTimeToOpen() {
        Pair both = pair();
        List<Long> planted = new ArrayList<>();
        List<Long> ordinary = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            planted.add(nanos(both.planted()));
            ordinary.add(nanos(both.ordinary()));
        }
        double ratio = (double) median(planted) / median(ordinary);
        assertTrue(ratio > 0.6 && ratio < 1.6, "ratio " + ratio);
    }

    private static long nanos(String id) {
        long start = System.nanoTime();
        opened(id);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void whoeverOpensItIsToldOfToTheLeadsAndNeverToThemselves() throws Exception {
        String id = planted();
        String reference = row(id).path("reference").asText();
        opened(id);
        curious().post(Told.path(id) + "/relatives", Map.of("reason", "curious")).require(200);
        export(id).require(422);
        String alias = Told.aliasOf(STACK, CURIOUS);
        List<JsonNode> told = List.of();
        for (int i = 0; i < 60 && told.size() < 3; i++) {
            Thread.sleep(200);
            told =
                    Told.of(lead(), "PLANTED_TOUCHED", alias).stream()
                            .filter(alarm -> alarm.path("reference").asText().equals(reference))
                            .toList();
        }
        assertEquals(
                new TreeSet<>(List.of("REPORT_OPENED", "RELATIVES_OPENED", "EXPORT_WITHHELD")),
                new TreeSet<>(told.stream().map(one -> one.path("codes").asText()).toList()));
        curious().get(Told.ALARMS).require(403);
        curious().get(PLANTED).require(403);
        assertTrue(Told.of(STACK.unlocked("lead-alternate"), "PLANTED_TOUCHED", alias).isEmpty());
        JsonNode list = lead().get(PLANTED).require(200).json();
        assertTrue(list.toString().contains(id));
        assertFalse(STACK.unlocked("lead-alternate").get(PLANTED).text().contains(id));
    }

    /** The desk of the north has one lead: the alternate desk's lead is told, and not of what. */
    @Test
    void theOnlyLeadOfADeskIsToldOfToTheAlternateOnes() throws Exception {
        Session only = STACK.unlocked("lead-alternate");
        only.get(Told.path(planted(only))).require(200);
        String alias = Told.aliasOf(STACK, "lead-alternate");
        JsonNode alarm = Told.await(lead(), "PLANTED_TOUCHED", alias);
        assertTrue(alarm.path("reference").isNull(), alarm.toString());
        assertEquals(List.of(), Told.of(only, "PLANTED_TOUCHED", alias));
    }

    @Test
    void itIsKeptBackFromAnExportAsAnyOther() {
        Pair both = pair();
        Answer planted = export(both.planted());
        Answer ordinary = export(both.ordinary());
        assertEquals(422, planted.status());
        assertEquals(ordinary.text(), planted.text());
    }

    private static Answer export(String report) {
        String recipient =
                curious().get("/api/v1/exports/recipients").json().path(0).path("id").asText();
        return curious()
                .post(
                        "/api/v1/exports",
                        Map.of(
                                "recipient",
                                recipient,
                                "profile",
                                "ASYLUM",
                                "reports",
                                List.of(report)));
    }
}

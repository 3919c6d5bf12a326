package org.amanet.alarms;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;

/** What a lead is told of, and reports to be told of. */
final class Told {
    static final String ALARMS = "/api/v1/desk/alarms";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Told() {}

    /** The alarms of this kind about this colleague, as this lead sees them. */
    static List<JsonNode> of(Session lead, String kind, String member) {
        JsonNode all = lead.get(ALARMS).require(200).json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(alarm -> alarm.path("kind").asText().equals(kind))
                .filter(alarm -> alarm.path("member").asText().equals(member))
                .toList();
    }

    /** The first of them, once it is there. */
    static JsonNode await(Session lead, String kind, String member) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<JsonNode> found = of(lead, kind, member).stream().findFirst();
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(300);
            found = of(lead, kind, member).stream().findFirst();
        }
        assertTrue(found.isPresent(), kind + " about " + member + " is not told");
        return found.get();
    }

    static Answer answer(Session lead, JsonNode alarm, String text) {
        return lead.post(
                ALARMS + "/" + alarm.path("id").asText() + "/answer", Map.of("text", text));
    }

    static String aliasOf(Stack stack, String name) {
        return stack.session(name).get("/api/v1/staff/me").json().at("/member/alias").asText();
    }

    /** Files an ordinary report for the north and gives its path. */
    static String filed(Stack stack, Map<String, Object> report) {
        report.put("desk", "north");
        String reference = Reports.submitted(stack.http(), report).text("reference");
        return path(
                Database.text(stack, "select id::text from report where reference = ?", reference));
    }

    static String path(String id) {
        return "/api/v1/desk/reports/" + id;
    }
}

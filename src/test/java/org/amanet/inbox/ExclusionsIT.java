package org.amanet.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;

/** Whoever must not see a report loses the key to it, also when that is said later. */
class ExclusionsIT {
    private static final Pattern OFFERED = Pattern.compile("name=\"exclude\" value=\"([^\"]+)\"");

    private final Stack stack = Stack.shared();
    private final Http http = stack.http();
    private final JsonNode accepted =
            Reports.submitted(http, Reports.saying("They call every week.")).json();
    private final String receipt = accepted.path("receipt").asText();
    private final String path =
            "/api/v1/desk/reports/"
                    + Database.text(
                            stack,
                            "select id::text from report where reference = ?",
                            accepted.path("reference").asText());

    @Test
    void whoeverIsNamedCanNoLongerOpenItAndNobodyCanGiveItToThem() {
        String caseworker = idOf("caseworker");
        stack.unlocked("caseworker").get(path).require(200);
        leaveOut(receipt, Map.of("exclude", List.of(caseworker))).require(204);

        stack.unlocked("caseworker").get(path).require(404);
        Session lead = stack.unlocked("lead");
        Answer opened = lead.get(path).require(200);
        assertEquals(caseworker, opened.json().at("/excluded/0/id").asText());
        assertTrue(opened.json().path("history").toString().contains("GRANT_REMOVED"));
        Map<String, Object> give = Map.of("member", caseworker, "checked", true);
        lead.put(path + "/assignment", give, "If-Match", opened.header("ETag")).require(409);
        assertFalse(Reports.inbox(http, receipt).json().path("answers").isEmpty());
    }

    @Test
    void whoeverHadItHasItNoMore() {
        Session caseworker = stack.unlocked("caseworker");
        String tag = caseworker.get(path).require(200).header("ETag");
        Map<String, Object> take = Map.of("member", idOf("caseworker"), "checked", false);
        caseworker.put(path + "/assignment", take, "If-Match", tag).require(200);

        leaveOut(receipt, Map.of("exclude", List.of(idOf("caseworker")))).require(204);

        assertTrue(stack.unlocked("lead").get(path).json().at("/standing/assignee").isNull());
    }

    @Test
    void aNameInWordsLeavesItWithLeadsUntilOneOfThemHasLooked() {
        leaveOut(receipt, Map.of("words", "the man with the red car")).require(204);

        stack.unlocked("caseworker").get(path).require(404);
        Session lead = stack.unlocked("lead");
        Answer opened = lead.get(path).require(200);
        assertTrue(opened.json().path("excludedInWords").toString().contains("red car"));
        Map<String, Object> unchecked = Map.of("member", idOf("caseworker"), "checked", false);
        Answer refused =
                lead.put(path + "/assignment", unchecked, "If-Match", opened.header("ETag"));
        assertEquals("/problems/exclusion-unchecked", refused.text("type"));
    }

    @Test
    void withoutAnybodyWhoCouldReadItNothingIsChangedAndTheDecoyAnswersAlike() {
        List<String> everybody = offered();
        for (String code : List.of(receipt, unheld())) {
            Answer refused = leaveOut(code, Map.of("exclude", everybody)).require(422);
            assertEquals("/problems/nobody-could-read", refused.text("type"));
            assertEquals(0, Reports.inbox(http, code).json().path("answers").size());
        }
        stack.unlocked("caseworker").get(path).require(200);
    }

    @Test
    void whomNobodyKnowsCannotBeLeftOut() {
        String nobody = "00000000-0000-4000-8000-000000000001";
        for (String code : List.of(receipt, unheld())) {
            leaveOut(code, Map.of("exclude", List.of(nobody))).require(400);
        }
    }

    @Test
    void nobodyCanBeLeftOutInAnswerToAnotherQuestion() {
        Map<String, Object> answer =
                Map.of("question", "HAPPENED", "exclude", List.of(idOf("caseworker")));
        http.post("/api/v1/inbox/answers", Map.of("receipt", receipt, "answer", answer))
                .require(400);
        stack.unlocked("caseworker").get(path).require(200);
    }

    private List<String> offered() {
        String fields = "receipt=%s&deed=TELL&topic=EXCLUSIONS".formatted(Http.encoded(receipt));
        String page = http.form("/en/inbox", fields, "Accept", "text/html").require(200).text();
        List<String> ids =
                OFFERED.matcher(page).results().map((MatchResult one) -> one.group(1)).toList();
        assertTrue(ids.contains(idOf("caseworker")), "nobody is offered");
        return ids;
    }

    private Answer leaveOut(String code, Map<String, Object> whom) {
        Map<String, Object> answer = new HashMap<>(whom);
        answer.put("question", "EXCLUSIONS");
        return http.post("/api/v1/inbox/answers", Map.of("receipt", code, "answer", answer));
    }

    private String idOf(String name) {
        return stack.session(name).get("/api/v1/staff/me").json().at("/member/id").asText();
    }

    private static String unheld() {
        try (Receipt receipt = Receipt.generate()) {
            return receipt.grouped();
        }
    }
}

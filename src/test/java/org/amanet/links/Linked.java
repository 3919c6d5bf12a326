package org.amanet.links;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;

/** A report with selectors, and the ways to it. */
record Linked(Stack stack, String id, String reference, String receipt) {
    static final String WECHAT = "SEL.ACC.WECHAT_ID";

    static Linked of(Stack stack, Map<String, Object> report) {
        Answer answer = Reports.submitted(stack.http(), report);
        String reference = answer.text("reference");
        String id =
                Database.text(stack, "select id::text from report where reference = ?", reference);
        return new Linked(stack, id, reference, answer.text("receipt"));
    }

    static Map<String, Object> report(String desk) {
        Map<String, Object> report = Reports.saying("They wrote from the same account.");
        report.put("desk", desk);
        return report;
    }

    String path() {
        return "/api/v1/desk/reports/" + id;
    }

    static Map<String, Object> wish(String type, String value, String whose) {
        return new HashMap<>(
                Map.of("type", type, "value", value, "whose", whose, "confidence", "SURE"));
    }

    Linked with(Session session, String value) {
        session.post(path() + "/selectors", wish(WECHAT, value, "ACTOR")).require(201);
        return this;
    }

    JsonNode seenBy(Session session) {
        return session.get(path() + "/links").require(200).json();
    }

    /** How many others carry the first selector, as this person is told. */
    int others(Session session) {
        return seenBy(session).at("/selectors/0/others").asInt(-1);
    }

    /** Those of them that this person is told. */
    List<String> held(Session session) {
        return StreamSupport.stream(seenBy(session).at("/selectors/0/held").spliterator(), false)
                .map(one -> one.path("reference").asText())
                .toList();
    }

    String selector(Session session) {
        return seenBy(session).at("/selectors/0/id").asText();
    }

    void give(Session lead, String member) {
        String tag = lead.get(path()).require(200).header("ETag");
        lead.put(path() + "/assignment", Map.of("member", member), "If-Match", tag).require(200);
    }
}

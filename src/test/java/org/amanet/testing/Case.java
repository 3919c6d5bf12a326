package org.amanet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;

/** A report that was taken in, from both sides. */
public record Case(Stack stack, String id, String receipt) {

    public static Case of(Stack stack) {
        return of(stack, Reports.saying("They said they would send recordings."));
    }

    public static Case of(Stack stack, Map<String, Object> report) {
        report.put("desk", "north");
        Answer submitted = Reports.submitted(stack.http(), report);
        String query = "select id::text from report where reference = ?";
        String id = Database.text(stack, query, submitted.text("reference"));
        return new Case(stack, id, submitted.text("receipt"));
    }

    public String path() {
        return "/api/v1/desk/reports/" + id;
    }

    /** What its caseworkers know of its files. */
    public JsonNode exhibits(Session by) {
        return by.get(path() + "/exhibits").require(200).json();
    }

    /** One of its files, as it came. */
    public Answer exhibit(Session by, String exhibit) {
        return by.post(exhibitPath(exhibit) + "/original", Map.of("reason", "It has to be."));
    }

    public String exhibitPath(String exhibit) {
        return path() + "/exhibits/" + exhibit;
    }

    /** What is known of a copy. */
    public JsonNode view(Session by, String exhibit) {
        return by.get(exhibitPath(exhibit) + "/view").require(200).json();
    }

    /** A page of a copy. */
    public Answer rendition(Session by, String exhibit, int page) {
        return by.get(exhibitPath(exhibit) + "/rendition?page=" + page);
    }

    @Override
    public String toString() {
        return "Case " + id;
    }
}

package org.amanet.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Reports;

/** A report that was taken in, and the ways to it. */
record Filed(Stack stack, UUID id, String reference, String receipt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Filed of(Stack stack, Map<String, Object> report) {
        Answer answer = Reports.submitted(stack.http(), report);
        String reference = answer.text("reference");
        return new Filed(stack, idOf(stack, reference), reference, answer.text("receipt"));
    }

    private static UUID idOf(Stack stack, String reference) {
        try (Connection connection = stack.postgres().superuser();
                PreparedStatement query =
                        connection.prepareStatement("select id from report where reference = ?")) {
            query.setString(1, reference);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String path() {
        return "/api/v1/desk/reports/" + id;
    }

    Answer openedBy(Session session) {
        return session.get(path());
    }

    /** The entity tag that this person sees now. */
    String tag(Session session) {
        return openedBy(session).require(200).header("ETag");
    }

    Answer put(Session session, String thing, Object body) {
        return session.put(path() + "/" + thing, body, "If-Match", tag(session));
    }

    Answer post(Session session, String thing, Object body) {
        return session.post(path() + "/" + thing, body);
    }

    Answer move(Session session, String status) {
        return put(session, "status", Map.of("status", status));
    }

    JsonNode inbox() {
        return Reports.inbox(stack.http(), receipt).require(200).json();
    }

    Answer reply(String text) {
        return stack.http().post("/api/v1/inbox/replies", Map.of("receipt", receipt, "text", text));
    }

    /** What the log says of it, oldest first. */
    List<JsonNode> log() {
        Answer log = stack.session("auditor").get("/api/v1/audit/log").require(200);
        return log.text()
                .lines()
                .map(line -> read(line).path("entry"))
                .filter(this::isAbout)
                .toList();
    }

    List<String> acts() {
        return log().stream().map(line -> line.path("act").asText()).toList();
    }

    private boolean isAbout(JsonNode line) {
        return line.path("report").asText().equals(id.toString());
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

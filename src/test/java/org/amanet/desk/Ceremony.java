package org.amanet.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.staff.Colleague;
import org.amanet.testing.Case;
import org.amanet.testing.Edits;
import org.amanet.testing.Rows;

/** A ceremony about keys, as programs meet it, and what holds of grants. */
final class Ceremony {
    static final String ALL = "/api/v1/desk/ceremonies";

    private Ceremony() {}

    /** The one of this kind about this member, as somebody sees it. */
    static JsonNode of(Session asker, String kind, Colleague subject) {
        for (JsonNode one : asker.get(ALL).require(200).json()) {
            boolean about = one.path("subject").asText().equals(subject.id().toString());
            if (about && one.path("kind").asText().equals(kind)) {
                return one;
            }
        }
        throw new AssertionError("no " + kind + " of " + subject.name());
    }

    static String path(JsonNode ceremony) {
        return ALL + "/" + ceremony.path("id").asText();
    }

    static JsonNode step(Session by, String path) {
        return by.post(path + "/steps", "{}").require(200).json();
    }

    /** Goes on until nothing is left that this member could pass on. */
    static JsonNode finish(Session by, String path) {
        JsonNode now = step(by, path);
        for (int i = 0; i < 50 && now.path("yours").asLong() > 0; i++) {
            now = step(by, path);
        }
        return now;
    }

    static long grants(Stack stack, Colleague holder) {
        return new Rows(stack)
                .count("select count(*) from report_grant where holder = ?", holder.id());
    }

    static long grants(Stack stack, Colleague holder, Case report) {
        return new Rows(stack)
                .count(
                        "select count(*) from report_grant where holder = ? and report = ?",
                        holder.id(),
                        UUID.fromString(report.id()));
    }

    /** Takes the report from all others, as if they had never been there. */
    static void leaveAloneWith(Stack stack, Colleague holder, Case report) {
        new Edits(stack)
                .run(
                        "delete from report_grant where report = '%s' and holder not in ('%s',"
                                + " '00000000-0000-0000-0000-000000000001',"
                                + " '00000000-0000-0000-0000-000000000002')",
                        report.id(), holder.id().toString());
    }

    static void assertOpens(Session session, List<Case> reports) {
        for (Case report : reports) {
            session.get(report.path()).require(200);
            session.post(report.path() + "/relatives", "{\"reason\":\"to see that it opens\"}")
                    .require(200);
        }
    }
}

package org.amanet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.amanet.demo.Stack;

/** Who could read a report sent to a desk, as the service says to everybody. */
public final class Desks {
    private Desks() {}

    /** All of them, by id. */
    public static Set<String> holders(Stack stack, String desk) {
        Set<String> ids = holders(stack, desk, "LEAD");
        ids.addAll(holders(stack, desk, "CASEWORKER"));
        return ids;
    }

    /** Those with this role. */
    public static Set<String> holders(Stack stack, String desk, String role) {
        Set<String> ids = new HashSet<>();
        for (JsonNode holder : people(stack, desk)) {
            if (holder.path("role").asText().equals(role)) {
                ids.add(holder.path("id").asText());
            }
        }
        return ids;
    }

    private static JsonNode people(Stack stack, String desk) {
        for (JsonNode one : stack.http().get("/api/v1/desks").require(200).json()) {
            if (one.path("slug").asText().equals(desk)) {
                return one.path("holders");
            }
        }
        throw new AssertionError("no desk " + desk);
    }

    /** A report as a lead of the north reads it. */
    public static JsonNode caseOf(Stack stack, String reference) {
        String id =
                Database.text(stack, "select id::text from report where reference = ?", reference);
        return stack.unlocked("lead").get("/api/v1/desk/reports/" + id).require(200).json();
    }
}

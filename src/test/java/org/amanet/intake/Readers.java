package org.amanet.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.amanet.demo.Stack;

/** Who could read a report sent to a desk, as the desk says to everybody. */
final class Readers {
    private Readers() {}

    /** All of them, by id. */
    static Set<String> of(Stack stack, String desk) {
        Set<String> ids = of(stack, desk, "LEAD");
        ids.addAll(of(stack, desk, "CASEWORKER"));
        return ids;
    }

    /** Those with this role. */
    static Set<String> of(Stack stack, String desk, String role) {
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
}

package org.amanet.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import org.amanet.demo.Http;

/** A script that works for its proof, with ALTCHA's own solver. */
final class Work {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Work() {}

    /** What goes into the header for this idempotency key or id. */
    static String proofFor(Http http, String keyOrId) {
        return written(solved(challenge(http, Gate.subject(keyOrId))));
    }

    static JsonNode challenge(Http http, String subject) {
        return http.get("/api/v1/challenges?for=" + subject).require(200).json();
    }

    static ObjectNode solved(JsonNode challenge) {
        try {
            Altcha.Solution solution =
                    Altcha.solveChallenge(
                            challenge.path("challenge").asText(),
                            challenge.path("salt").asText(),
                            Altcha.Algorithm.SHA256,
                            challenge.path("maxnumber").asLong(),
                            0);
            ObjectNode payload = JSON.createObjectNode();
            for (String field : new String[] {"algorithm", "challenge", "salt", "signature"}) {
                payload.set(field, challenge.path(field));
            }
            return payload.put("number", solution.number);
        } catch (Exception e) { // declared by the library as wide as this
            throw new AssertionError(e);
        }
    }

    static String written(JsonNode payload) {
        try {
            String text = JSON.writeValueAsString(payload);
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

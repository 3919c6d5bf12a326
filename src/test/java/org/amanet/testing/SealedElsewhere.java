package org.amanet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;

/**
 * A report as a browser seals it, and the receipt that stays there.
 *
 * @param sealed what is sent, free to be changed
 */
public record SealedElsewhere(String receipt, ObjectNode sealed) {
    private static final String HOUR = "2026-11-24T10:00:00Z";

    /** What the way of a report depends on; nothing out of the ordinary. */
    public static Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("desk", "north");
        answers.put("routeByCountry", true);
        answers.put("where", "DE");
        answers.put("insider", false);
        answers.put("exclude", List.of());
        return answers;
    }

    /** What is inside the seals. */
    public static Map<String, Object> contents(String account, String relatives) {
        Map<String, Object> contents = new LinkedHashMap<>();
        contents.put("language", "en");
        contents.put("account", account(account));
        contents.put("relatives", relatives);
        contents.put("triage", Map.of("band", "P1", "rules", List.of("DANGER.SOON")));
        contents.put("consent", consent("C0", "C1"));
        return contents;
    }

    /** An account with these words. */
    public static Map<String, Object> account(String words) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("language", "en");
        account.put("danger", "SOON");
        account.put("account", words);
        account.put("demands", List.of("DEM.INFORM"));
        account.put("means", List.of());
        account.put("channels", List.of());
        account.put("when", "ABOUT");
        account.put("about", "in the spring");
        account.put("where", "DE");
        account.put("urgency", List.of());
        account.put("excluded", List.of());
        account.put("insider", false);
        return account;
    }

    /** A consent to these. */
    public static Map<String, Object> consent(String... scopes) {
        Map<String, Object> decisions = new LinkedHashMap<>();
        for (String scope : scopes) {
            decisions.put(scope, Map.of("granted", true));
        }
        return Map.of(
                "decisions", decisions, "language", "en", "wording", "0".repeat(64), "hour", HOUR);
    }

    /** What the service publishes for sealing. */
    public static JsonNode keys(Http http) {
        return http.get("/api/v1/desks/keys").require(200).json();
    }

    /** Seals, as the page's script does it. */
    public static SealedElsewhere seal(
            JsonNode keys, Map<String, Object> contents, Map<String, Object> answers) {
        JsonNode made = Script.call("report", keys, contents, answers);
        return new SealedElsewhere(made.path("receipt").asText(), (ObjectNode) made.path("sealed"));
    }

    /** One with this account, as usual. */
    public static SealedElsewhere saying(Http http, String account) {
        return seal(keys(http), contents(account, null), answers());
    }

    /** Its id. */
    public String id() {
        return sealed.path("id").asText();
    }

    /** Sends it. */
    public Answer send(Http http) {
        return http.post("/api/v1/sealed-reports", sealed.toString());
    }
}

package org.amanet.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.amanet.demo.Account;
import org.amanet.demo.Http;
import org.amanet.demo.Keycloak;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whoever is turned away stands in the log: once, without what they brought, and in few lines. */
class RefusedSignInIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stack stack = Stack.shared();
    private final Session auditor = stack.session("auditor");
    private long start;

    @BeforeEach
    void rememberWhereTheLogEnds() {
        start =
                auditor.get("/api/v1/audit/verification")
                        .require(200)
                        .json()
                        .path("head")
                        .path("seq")
                        .asLong();
    }

    private List<JsonNode> entries(String act, Predicate<JsonNode> which) {
        List<JsonNode> found = new ArrayList<>();
        long after = start;
        while (true) {
            JsonNode items =
                    auditor.get("/api/v1/audit/entries?limit=1000&after=" + after)
                            .require(200)
                            .json()
                            .path("items");
            for (JsonNode item : items) {
                after = item.path("seq").asLong();
                if (item.path("act").asText().equals(act) && which.test(item)) {
                    found.add(item);
                }
            }
            if (items.size() < 1000) {
                return found;
            }
        }
    }

    private static boolean says(JsonNode entry, String code) {
        return entry.path("detail").asText().startsWith(code + " count=");
    }

    private static int count(List<JsonNode> entries) {
        return entries.stream()
                .mapToInt(entry -> Integer.parseInt(entry.path("detail").asText().split("=")[1]))
                .sum();
    }

    private List<JsonNode> await(String act, int count, Predicate<JsonNode> which)
            throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        List<JsonNode> found = entries(act, which);
        while (count(found) < count && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            found = entries(act, which);
        }
        List<JsonNode> all = entries(act, entry -> true);
        assertEquals(count, count(found), () -> "of all these: " + all);
        return found;
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Tokens {
        private Service replica;

        @BeforeAll
        void startAServerOnceTheOtherHasToldWhatWasBefore() throws InterruptedException {
            replica = stack.replica(Map.of("amanet.staff.refusals-told", "2s"));
            Thread.sleep(3000);
        }

        @AfterAll
        void stopIt() {
            replica.close();
        }

        private void bring(String token) {
            replica.http().get("/api/v1/staff/me", "Authorization", "Bearer " + token).require(401);
        }

        /** The signature of another token, so that every part is well-formed. */
        private String forged() {
            String[] mine = auditor.token().split("\\.");
            String[] other = stack.session("caseworker").token().split("\\.");
            return other[0] + "." + other[1] + "." + mine[2];
        }

        @Test
        void thatAreForgedAreToldInFewLinesHoweverManyCome() throws Exception {
            String token = forged();
            for (int i = 0; i < 60; i++) {
                bring(token);
            }
            List<JsonNode> told = await("LOGIN_REFUSED", 60, entry -> says(entry, "TOKEN_FORGED"));
            assertTrue(told.size() <= 20, told.toString());
            for (JsonNode entry : told) {
                assertEquals("OUTSIDER", entry.path("by").asText());
                assertTrue(entry.path("actor").isNull() && entry.path("subject").isNull());
            }
        }

        @Test
        void ofAnotherAudienceAreTold() throws Exception {
            String token =
                    new Http(stack.keycloak().issuer())
                            .form(
                                    "/realms/" + Keycloak.REALM + "/protocol/openid-connect/token",
                                    Map.of(
                                            "grant_type",
                                            "client_credentials",
                                            "client_id",
                                            "amanet-watch",
                                            "client_secret",
                                            stack.keycloak().secret("amanet-watch")))
                            .require(200)
                            .text("access_token");
            bring(token);
            await("LOGIN_REFUSED", 1, entry -> says(entry, "TOKEN_FOREIGN"));
        }

        @Test
        void thatAreTooOldAreTold() throws Exception {
            String token = shortLived();
            Thread.sleep(2500);
            bring(token);
            await("LOGIN_REFUSED", 1, entry -> says(entry, "TOKEN_EXPIRED"));
        }

        private String shortLived() {
            Keycloak keycloak = stack.keycloak();
            ObjectNode client =
                    (ObjectNode)
                            keycloak.admin("GET", "/clients?clientId=" + Keycloak.CLIENT, null)
                                    .require(200)
                                    .json()
                                    .path(0);
            String path = "/clients/" + client.path("id").asText();
            ObjectNode brief = client.deepCopy();
            brief.withObject("attributes").put("access.token.lifespan", "1");
            keycloak.admin("PUT", path, brief).require(204);
            try {
                return keycloak.signIn("caseworker", keycloak.password("caseworker"))
                        .require(200)
                        .text("access_token");
            } finally {
                client.withObject("attributes").put("access.token.lifespan", "");
                keycloak.admin("PUT", path, client).require(204);
            }
        }

        @Test
        void ofAnUnknownKeyAreTold() throws Exception {
            String[] parts = auditor.token().split("\\.");
            String head = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"none-of-ours\"}");
            String token = head + "." + parts[1] + "." + parts[2];
            bring(token);
            await("LOGIN_REFUSED", 1, entry -> says(entry, "TOKEN_UNKNOWN"));
        }

        private static String encoded(String json) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void thatAreNoneAreTold() throws Exception {
            bring("x.y.z");
            bring("x");
            await("LOGIN_REFUSED", 2, entry -> says(entry, "TOKEN_UNKNOWN"));
        }

        @Test
        void thatNobodyBringsAreNobodysBusiness() throws Exception {
            replica.http().get("/api/v1/staff/me").require(401);
            replica.http().get("/desk/log");
            Thread.sleep(1000);
            assertTrue(entries("LOGIN_REFUSED", entry -> true).isEmpty());
            assertTrue(entries("ACCESS_REFUSED", entry -> true).isEmpty());
        }
    }

    @Nested
    class People {
        @Test
        void whoTryWhatIsNotTheirsAreNamed() throws Exception {
            Session caseworker = stack.session("caseworker");
            String member = caseworker.get("/api/v1/staff/me").json().at("/member/id").asText();
            caseworker.get("/api/v1/audit/verification").require(403);
            List<JsonNode> told =
                    await("ACCESS_REFUSED", 1, entry -> says(entry, "AuditResource.verification"));
            assertEquals("CASEWORKER", told.getFirst().path("by").asText());
            assertEquals(member, told.getFirst().path("actor").asText());
        }
    }

    @Nested
    class Passwords {
        @Test
        void thatAreWrongAreToldOnceByAllServersTogetherAndAfterARestart() throws Exception {
            String name = "caseworker-who-forgets";
            stack.add(Account.staff(name, "caseworker", "north"));
            String member =
                    stack.session(name).get("/api/v1/staff/me").json().at("/member/id").asText();
            Map<String, String> often = Map.of("amanet.watch.every", "1s");
            try (var one = stack.replica(often);
                    var two = stack.replica(often)) {
                for (int i = 0; i < 3; i++) {
                    stack.keycloak().signIn(name, "wrong");
                }
                stack.keycloak().signIn("nobody-of-ours", "wrong");
                Predicate<JsonNode> mine = entry -> entry.path("subject").asText().equals(member);
                await("LOGIN_REFUSED", 3, mine);
                await("LOGIN_REFUSED", 1, entry -> says(entry, "user_not_found"));
            }
            // Other tests sign in wrongly too; only this person's are counted.
            try (var again = stack.replica(often)) {
                Thread.sleep(5000);
                List<JsonNode> told = entries("LOGIN_REFUSED", entry -> true);
                assertEquals(
                        3,
                        count(
                                entries(
                                        "LOGIN_REFUSED",
                                        entry -> entry.path("subject").asText().equals(member))),
                        told.toString());
                assertFalse(told.toString().contains("nobody-of-ours"), told.toString());
                assertFalse(told.toString().contains("127.0.0.1"), told.toString());
            }
        }
    }
}

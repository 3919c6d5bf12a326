package org.amanet.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Keycloak;
import org.amanet.demo.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The realm for production, in a real Keycloak: strict where the demonstration's is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmIT {
    private static final Path FILE = Path.of("docker/keycloak/amanet-realm.json");

    private final Keycloak keycloak = Stack.shared().keycloak();

    @BeforeAll
    void importTheRealm() throws IOException {
        String realm =
                Files.readString(FILE)
                        .replace("${AMANET_ORIGIN}", "https://amanet.example")
                        .replace("${AMANET_PAGES_SECRET}", "pages-secret-of-this-test")
                        .replace("${AMANET_WATCH_SECRET}", "watch-secret-of-this-test");
        assertFalse(realm.contains("${"), "a placeholder that nobody documents");
        keycloak.administer("POST", "", realm).require(201);
    }

    @Test
    void noClientTradesPasswordsForTokensAndNothingGoesWithoutTls() {
        for (JsonNode client : keycloak.administer("GET", "/amanet/clients", null).json()) {
            String name = client.path("clientId").asText();
            assertFalse(client.path("directAccessGrantsEnabled").asBoolean(), name);
            assertFalse(client.path("implicitFlowEnabled").asBoolean(), name);
        }
        Answer answer =
                new Http(URI.create(keycloak.issuer().resolve("/realms/amanet/").toString()))
                        .form(
                                "protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "amanet-pages",
                                        "client_secret",
                                        "pages-secret-of-this-test",
                                        "username",
                                        "anybody",
                                        "password",
                                        "anything"));
        assertEquals("HTTPS required", answer.text("error_description"));
    }

    @Test
    void pagesUseProofKeysAndExactAddresses() {
        JsonNode client =
                keycloak.administer("GET", "/amanet/clients?clientId=amanet-pages", null)
                        .json()
                        .get(0);
        assertEquals("S256", client.at("/attributes/pkce.code.challenge.method").asText());
        client.path("redirectUris")
                .forEach(uri -> assertFalse(uri.asText().contains("*"), uri.asText()));
        assertFalse(client.path("publicClient").asBoolean());
    }

    @Test
    void everybodyNeedsASecondFactor() {
        assertEquals(
                "two factors",
                keycloak.administer("GET", "/amanet", null).json().path("browserFlow").asText());
        assertEquals(
                List.of(
                        "REQUIRED auth-username-password-form",
                        "REQUIRED second factor",
                        "ALTERNATIVE webauthn-authenticator",
                        "ALTERNATIVE code",
                        "REQUIRED auth-otp-form"),
                steps("two%20factors").subList(2, 7));
    }

    private List<String> steps(String flow) {
        List<String> steps = new ArrayList<>();
        String path = "/amanet/authentication/flows/" + flow + "/executions";
        for (JsonNode one : keycloak.administer("GET", path, null).json()) {
            String name = one.path("providerId").asText(one.path("displayName").asText());
            steps.add(one.path("requirement").asText() + " " + name);
        }
        return steps;
    }

    @Test
    void guessingIsSlowedDownAndNothingLastsLong() {
        JsonNode realm = keycloak.administer("GET", "/amanet", null).json();
        assertTrue(realm.path("bruteForceProtected").asBoolean());
        assertTrue(realm.path("failureFactor").asInt() <= 8);
        assertFalse(realm.path("registrationAllowed").asBoolean());
        assertFalse(realm.path("resetPasswordAllowed").asBoolean());
        assertFalse(realm.path("rememberMe").asBoolean());
        assertTrue(realm.path("accessCodeLifespan").asInt() <= 60);
        assertTrue(realm.path("accessTokenLifespan").asInt() <= 300);
        assertTrue(realm.path("ssoSessionIdleTimeout").asInt() <= 1200);
        assertTrue(realm.path("revokeRefreshToken").asBoolean());
    }

    @Test
    void nobodyIsThereFromTheBeginning() {
        assertEquals(0, keycloak.administer("GET", "/amanet/users", null).json().size());
    }

    @Test
    void nobodyChangesTheirOwnState() {
        JsonNode profile = keycloak.administer("GET", "/amanet/users/profile", null).json();
        for (JsonNode attribute : profile.path("attributes")) {
            if (attribute.path("name").asText().equals("member_state")) {
                assertEquals("[\"admin\"]", attribute.at("/permissions/edit").toString());
                return;
            }
        }
        assertTrue(false, "there is no member_state");
    }
}

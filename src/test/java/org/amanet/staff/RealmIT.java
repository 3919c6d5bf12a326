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
            boolean ours = name.startsWith("amanet");
            assertFalse(ours && client.path("directAccessGrantsEnabled").asBoolean(), name);
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
        List<String> required = new ArrayList<>();
        keycloak.administer("GET", "/amanet/authentication/flows/two%20factors/executions", null)
                .json()
                .forEach(
                        one -> {
                            if (one.path("requirement").asText().equals("REQUIRED")) {
                                required.add(one.path("providerId").asText());
                            }
                        });
        assertEquals(List.of("auth-username-password-form", "auth-otp-form"), required);
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

package org.amanet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amanet.demo.Stack;
import org.junit.jupiter.api.Test;

/** The document of the API: what the build made of the code, what is published, what is served. */
class ApiDocumentIT {
    private static final Path MADE = Path.of("target/openapi/openapi.yaml");
    private static final Path PUBLISHED = Path.of("openapi/openapi.yaml");
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;

    ApiDocumentIT() throws IOException {
        document = new ObjectMapper().readTree(MADE.resolveSibling("openapi.json").toFile());
    }

    private record Route(String name, JsonNode operation) {}

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(verb -> VERBS.contains(verb.getKey()))
                                        .map(
                                                verb ->
                                                        new Route(
                                                                verb.getKey() + " " + path.getKey(),
                                                                verb.getValue()))
                                        .forEach(routes::add));
        return routes;
    }

    @Test
    void publishedDocumentIsTheOneThatIsBuilt() throws IOException {
        assertEquals(
                Files.readString(MADE),
                Files.readString(PUBLISHED),
                "The API has changed. Look at the difference, say so in CHANGELOG.md, and renew it"
                        + " with: mvn -Pchecks -DskipTests package && cp "
                        + MADE
                        + " "
                        + PUBLISHED);
    }

    @Test
    void itIsVersion31AndNamesUsAndTheLicence() {
        assertTrue(document.path("openapi").asText().startsWith("3.1."));
        assertEquals("Amanet", document.at("/info/title").asText());
        assertEquals("1", document.at("/info/version").asText());
        assertEquals("AGPL-3.0-or-later", document.at("/info/license/name").asText());
    }

    @Test
    void pagesAreNoPartOfIt() {
        assertTrue(routes().size() > 20, "there are routes to look at");
        for (Route route : routes()) {
            assertTrue(route.name().contains(" /api/v1/"), route.name());
        }
    }

    @Test
    void everyRouteHasAnIdASummaryAndARoom() {
        var ids = new HashSet<String>();
        for (Route route : routes()) {
            assertTrue(ids.add(route.operation().path("operationId").asText()), route.name());
            assertTrue(!route.operation().path("summary").asText().isBlank(), route.name());
            assertEquals(1, route.operation().path("tags").size(), route.name());
        }
    }

    @Test
    void everyRouteSaysWhatItAnswers() {
        for (Route route : routes()) {
            var answers = route.operation().path("responses");
            assertEquals(
                    "#/components/responses/Problem",
                    answers.at("/default/$ref").asText(),
                    route.name());
            var good =
                    answers.properties().stream()
                            .filter(answer -> answer.getKey().startsWith("2"))
                            .toList();
            assertTrue(!good.isEmpty(), route.name());
            good.forEach(answer -> requireContent(route, answer.getKey(), answer.getValue()));
        }
    }

    private static void requireContent(Route route, String status, JsonNode answer) {
        var content = answer.path("content");
        assertEquals(status.equals("204"), content.isEmpty(), route.name() + " " + status);
        content.properties().stream()
                .filter(type -> type.getKey().equals("application/json"))
                .forEach(
                        type ->
                                assertTrue(
                                        !type.getValue().path("schema").isEmpty(),
                                        route.name() + " answers JSON without a schema"));
    }

    @Test
    void aProblemIsDescribed() {
        assertEquals(
                "#/components/schemas/ProblemDocument",
                document.at("/components/responses/Problem/content")
                        .path("application/problem+json")
                        .at("/schema/$ref")
                        .asText());
        assertTrue(document.at("/components/schemas/ProblemDocument/properties/type").isObject());
    }

    @Test
    void openingAReportWantsBothKeys() {
        var keys = document.at("/components/securitySchemes");
        assertEquals("http", keys.at("/bearer/type").asText());
        assertEquals("Vault-Token", keys.at("/vault/name").asText());
        var approval = document.path("paths").path("/api/v1/exports/{id}/approval");
        var wanted = approval.at("/post/security");
        assertEquals(1, wanted.size());
        assertEquals("lead", wanted.at("/0/bearer/0").asText());
        assertTrue(wanted.get(0).has("vault"));
    }

    @Test
    void whatIsServedIsWhatIsPublished() throws IOException {
        var http = Stack.shared().http();
        assertEquals(document, http.get("/openapi?format=json").json());
        assertTrue(http.get("/openapi").text().contains("openapi: 3.1."));
        for (String name : List.of("report", "exported-report")) {
            var served = http.get("/schemas/" + name + ".json");
            assertEquals(200, served.status());
            assertEquals(
                    Files.readString(Path.of("openapi", name + ".schema.json")), served.text());
        }
        assertEquals(404, http.get("/schemas/other.json").status());
        assertEquals(404, http.get("/q/swagger-ui").status());
    }
}

package org.amanet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Reports;
import org.amanet.testing.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every route of the OpenAPI document, asked by everybody who must not have it. What each of them
 * gets stands in one table, {@code routes.md}; a route without a row fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesIT {
    private static final Path TABLE = Path.of("src/test/resources/routes.md");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final Stack stack = Stack.shared();
    private final Map<String, List<String>> actors = new LinkedHashMap<>();
    private String report;
    private String export;
    private String member;

    /**
     * One line of the table.
     *
     * @param expected by the names of the columns
     */
    private record Row(String route, String body, Map<String, String> expected) {}

    @BeforeAll
    void makeSomethingToAskFor() throws Exception {
        stack.add(
                Account.staff("caseworker-south", "caseworker", "south"),
                Account.investigator("investigator-fr", "FR"));
        report = aReport();
        export = anExport();
        member = stack.session("lead").get("/api/v1/staff/me").json().at("/member/id").asText();
        Session caseworker = stack.unlocked("caseworker-south");
        String lead = stack.session("lead").token();
        actors.put("outsider", List.of());
        actors.put(
                "caseworker without grant",
                List.of(
                        "Authorization",
                        "Bearer " + caseworker.token(),
                        "Vault-Token",
                        caseworker.vaultToken()));
        actors.put("other state", bearer(stack.session("investigator-fr").token()));
        actors.put("expired", bearer(Tokens.expired(stack.keycloak(), "lead")));
        actors.put("forged", bearer(Tokens.forged(lead)));
        actors.put("unsigned", bearer(Tokens.unsigned(lead)));
    }

    private static List<String> bearer(String token) {
        return List.of("Authorization", "Bearer " + token);
    }

    private String aReport() {
        String account = "For the routes " + UUID.randomUUID();
        Reports.submitted(stack.http(), Reports.whole(account, "nobody", "DE"));
        Session lead = stack.unlocked("lead");
        for (JsonNode row : lead.get("/api/v1/desk/reports?limit=200").json().path("items")) {
            String id = row.path("id").asText();
            if (lead.get("/api/v1/desk/reports/" + id).text().contains(account)) {
                return id;
            }
        }
        throw new AssertionError("the report is not in the queue");
    }

    private String anExport() {
        Session caseworker = stack.unlocked("caseworker");
        JsonNode recipients = caseworker.get("/api/v1/exports/recipients").require(200).json();
        String german = "";
        for (JsonNode recipient : recipients) {
            if (recipient.path("memberState").asText().equals("DE")) {
                german = recipient.path("id").asText();
            }
        }
        Map<String, Object> wish =
                Map.of(
                        "recipient",
                        german,
                        "profile",
                        "POLICE_PROSECUTOR",
                        "reports",
                        List.of(report));
        return caseworker
                .post("/api/v1/exports", wish)
                .require(201)
                .json()
                .at("/export/id")
                .asText();
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() throws IOException {
        Set<String> inTable = new TreeSet<>();
        table().forEach(row -> inTable.add(row.route()));
        assertEquals(routes(), inTable);
    }

    @Test
    void everybodyGetsWhatTheTableSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Row row : table()) {
            row.expected()
                    .forEach(
                            (actor, expected) -> {
                                String got = Integer.toString(ask(row, actor).status());
                                if (!got.equals(expected)) {
                                    wrong.add("%s as %s: %s".formatted(row.route(), actor, got));
                                }
                            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsNotYoursIsNotThere() throws IOException {
        for (Row row : table()) {
            boolean named = row.route().contains("{id}");
            if (!named || !row.expected().get("caseworker without grant").equals("404")) {
                continue;
            }
            Answer foreign = ask(row, "caseworker without grant");
            Answer absent = send(row, UUID.randomUUID().toString(), "caseworker without grant");
            assertEquals(absent.text(), foreign.text(), row.route());
            assertEquals(absent.headers().map().keySet(), foreign.headers().map().keySet());
        }
    }

    @Test
    void refusalsAreProblemsAndEchoNothing() throws IOException {
        for (Row row : table()) {
            for (String actor : actors.keySet()) {
                Answer answer = ask(row, actor);
                if (answer.status() >= 400) {
                    String where = row.route() + " as " + actor;
                    assertEquals("application/problem+json", answer.header("Content-Type"), where);
                    assertEquals(answer.status(), answer.json().path("status").asInt(), where);
                    assertTrue(!answer.text().contains("canary"), where);
                }
            }
        }
    }

    private Answer ask(Row row, String actor) {
        String id = row.route().contains("/exports/") ? export : report;
        return send(row, row.route().contains("/members/") ? member : id, actor);
    }

    private Answer send(Row row, String id, String actor) {
        String[] route = row.route().split(" ");
        List<String> headers = new ArrayList<>(actors.get(actor));
        if (row.route().equals("DELETE /api/v1/vault/session")) {
            headers.subList(Math.min(2, headers.size()), headers.size()).clear();
        }
        headers.addAll(List.of("If-Match", "\"v1\"", "Idempotency-Key", Reports.key()));
        if (!row.body().isEmpty()) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        return stack.http()
                .send(
                        route[0],
                        route[1].replaceAll("\\{[^}]*}", id),
                        row.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(row.body()),
                        headers.toArray(String[]::new));
    }

    private static Set<String> routes() throws IOException {
        JsonNode document =
                new YAMLMapper().readTree(Files.readString(Path.of("openapi/openapi.yaml")));
        Set<String> routes = new TreeSet<>();
        document.path("paths")
                .fields()
                .forEachRemaining(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method -> {
                                                    if (METHODS.contains(method)) {
                                                        routes.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey());
                                                    }
                                                }));
        return routes;
    }

    private List<Row> table() throws IOException {
        List<List<String>> lines =
                Files.readAllLines(TABLE).stream()
                        .filter(line -> line.startsWith("|"))
                        .map(RoutesIT::cells)
                        .toList();
        List<String> columns = lines.getFirst().subList(2, lines.getFirst().size());
        assertEquals(List.copyOf(actors.keySet()), columns, "the columns of the table");
        List<Row> rows = new ArrayList<>();
        for (List<String> line : lines.subList(2, lines.size())) {
            Map<String, String> expected = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                expected.put(columns.get(i), line.get(i + 2));
            }
            rows.add(new Row(line.get(0), line.get(1), expected));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}

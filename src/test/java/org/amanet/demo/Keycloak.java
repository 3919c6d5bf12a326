package org.amanet.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keycloak 26 from its own distribution on loopback, with the demonstration realm. */
public final class Keycloak implements AutoCloseable {
    /** The realm of {@code bin/run} and the tests. */
    public static final String REALM = "amanet-demonstration";

    /** Trades passwords for tokens; exists in this realm only. */
    public static final String CLIENT = "amanet-demonstration";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String ADMINISTRATOR = "administrator";

    private final Path folder;
    private final Ports ports;
    private final Secrets secrets;
    private final Http http;
    private final Child server;

    Keycloak(Path folder, Ports ports, Secrets secrets) {
        this.folder = folder;
        this.ports = ports;
        this.secrets = secrets;
        this.http = new Http(URI.create("http://localhost:" + ports.keycloak()));
        Path home = built(Tools.keycloak());
        this.server = Child.start("Keycloak", log(), command(home), environment());
    }

    private Path log() {
        return folder.resolve("logs/keycloak.log");
    }

    /** Its build options are worked in once for all: it starts in a third of the time. */
    private Path built(Path home) {
        Path mark = home.resolve("amanet-built");
        try (FileChannel lock =
                FileChannel.open(
                        home.resolve("amanet-building"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(mark)) {
                List<String> command =
                        List.of(
                                home.resolve("bin/kc.sh").toString(),
                                "build",
                                "--db=dev-file",
                                "--cache=local");
                Child build = Child.start("Keycloak's build", log(), command, environment());
                build.await(() -> !build.isAlive() && isBuilt(home), PATIENCE);
                Files.createFile(mark);
            }
        } catch (IOException e) {
            throw new Trouble("Keycloak cannot be built in " + home + ".", e);
        }
        return home;
    }

    private static boolean isBuilt(Path home) {
        return Files.exists(home.resolve("lib/quarkus/build-system.properties"));
    }

    private List<String> command(Path home) {
        Path data = folder.resolve("keycloak/data").toAbsolutePath();
        return List.of(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--hostname=" + http.base(),
                "--db-url=jdbc:h2:file:" + data + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
    }

    private Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx384m",
                "JAVA_OPTS_APPEND",
                String.join(" ", Tools.machine()),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.get("keycloak.administrator"));
    }

    /** Waits until it answers, and imports the realm where it is not there yet. */
    void prepare(List<Account> accounts) {
        server.await(() -> http.answers("/realms/master"), PATIENCE);
        if (http.get("/realms/" + REALM).status() == 404) {
            http.post("/admin/realms", realm(accounts), bearer()).require(201);
        }
    }

    private ObjectNode realm(List<Account> accounts) {
        try (InputStream file = Keycloak.class.getResourceAsStream("/demonstration-realm.json")) {
            ObjectNode realm = (ObjectNode) JSON.readTree(file);
            for (JsonNode client : realm.path("clients")) {
                fill((ObjectNode) client);
            }
            accounts.forEach(account -> realm.withArray("users").add(user(account)));
            return realm;
        } catch (IOException e) {
            throw new Trouble("The realm's file cannot be read.", e);
        }
    }

    private void fill(ObjectNode client) {
        String id = client.path("clientId").asText();
        if (client.has("clientAuthenticatorType")) {
            client.put("secret", secrets.get("keycloak.client." + id));
        }
        if (client.path("standardFlowEnabled").asBoolean()) {
            for (String host : List.of("localhost", "127.0.0.1")) {
                String origin = "http://" + host + ":" + ports.service();
                client.withArray("redirectUris").add(origin + "/desk*").add(origin + "/authority*");
            }
            client.withObject("attributes")
                    .put("post.logout.redirect.uris", "http://localhost:" + ports.service() + "/*");
        }
    }

    private JsonNode user(Account account) {
        Map<String, Object> user =
                Map.of(
                        "username",
                        account.name(),
                        "enabled",
                        true,
                        "realmRoles",
                        List.of(account.role()),
                        "attributes",
                        account.memberState() == null
                                ? Map.of()
                                : Map.of("member_state", List.of(account.memberState())),
                        "credentials",
                        List.of(
                                Map.of(
                                        "type",
                                        "password",
                                        "value",
                                        password(account.name()),
                                        "temporary",
                                        false)));
        return JSON.valueToTree(user);
    }

    /** Adds people who are not there yet. */
    public void add(List<Account> accounts) {
        List<JsonNode> users = new ArrayList<>();
        accounts.forEach(account -> users.add(user(account)));
        admin("POST", "/partialImport", Map.of("ifResourceExists", "SKIP", "users", users))
                .require(200);
    }

    /** A request to the administration of the demonstration's realm. */
    public Answer admin(String method, String path, @Nullable Object body) {
        return administer(method, "/" + REALM + path, body);
    }

    /** A request to the administration of all realms. */
    public Answer administer(String method, String path, @Nullable Object body) {
        String address = "/admin/realms" + path;
        return switch (method) {
            case "GET" -> http.get(address, bearer());
            case "POST" -> http.post(address, body, bearer());
            case "PUT" -> http.put(address, body, bearer());
            case "DELETE" -> http.delete(address, bearer());
            default -> throw new IllegalArgumentException(method);
        };
    }

    private String[] bearer() {
        String token =
                http.form(
                                "/realms/master/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        ADMINISTRATOR,
                                        "password",
                                        secrets.get("keycloak.administrator")))
                        .require(200)
                        .text("access_token");
        return new String[] {"Authorization", "Bearer " + token};
    }

    /** What Keycloak says to somebody who signs in with a password. */
    public Answer signIn(String name, String password) {
        return http.form(
                "/realms/" + REALM + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        CLIENT,
                        "username",
                        name,
                        "password",
                        password));
    }

    /** The password of an account. */
    public String password(String name) {
        return secrets.get("password." + name);
    }

    /** The secret of a client. */
    public String secret(String client) {
        return secrets.get("keycloak.client." + client);
    }

    /** The address that tokens carry as their issuer. */
    public URI issuer() {
        return http.base().resolve("/realms/" + REALM);
    }

    @Override
    public void close() {
        server.stop();
    }
}

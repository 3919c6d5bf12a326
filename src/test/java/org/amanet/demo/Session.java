package org.amanet.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in by password, as a program would be: a bearer token and, once unlocked, a vault
 * token.
 */
public final class Session {
    private final Http http;
    private final Keycloak keycloak;
    private final String name;
    private @Nullable String token;
    private Instant fresh = Instant.EPOCH;
    private @Nullable String vault;
    private @Nullable String opener;

    Session(Http http, Keycloak keycloak, String name) {
        this.http = http;
        this.keycloak = keycloak;
        this.name = name;
    }

    /** The bearer token. */
    public synchronized String token() {
        if (token == null || Instant.now().isAfter(fresh)) {
            Answer answer = keycloak.signIn(name, keycloak.password(name)).require(200);
            token = answer.text("access_token");
            fresh = Instant.now().plus(Duration.ofMinutes(10));
            vault = null;
            if (opener != null) {
                unlock(opener); // it was bound to the sign-in that is over
            }
        }
        return token;
    }

    /** Opens the vault for all requests that follow. */
    public synchronized Session unlock(String passphrase) {
        opener = passphrase;
        Answer answer = post("/api/v1/vault/session", Map.of("passphrase", passphrase));
        vault = answer.require(201).text("token");
        return this;
    }

    /** The vault token, where the vault is open. */
    public @Nullable String vaultToken() {
        return vault;
    }

    public Answer get(String path, String... headers) {
        return http.get(path, mine(headers));
    }

    public Answer post(String path, Object body, String... headers) {
        return http.post(path, body, mine(headers));
    }

    public Answer put(String path, Object body, String... headers) {
        return http.put(path, body, mine(headers));
    }

    public Answer delete(String path, String... headers) {
        return http.delete(path, mine(headers));
    }

    private String[] mine(String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token()));
        if (vault != null) {
            all.addAll(List.of("Vault-Token", vault));
        }
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }
}

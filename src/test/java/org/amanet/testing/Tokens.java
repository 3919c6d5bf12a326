package org.amanet.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Keycloak;

/** Bearer tokens that must open nothing. */
public final class Tokens {
    private static final String SHORT_LIVED = "amanet-test-short-lived";

    private Tokens() {}

    /** A real token of this person that has run out. */
    public static String expired(Keycloak keycloak, String name) throws InterruptedException {
        Answer made = keycloak.admin("POST", "/clients", shortLived());
        if (made.status() != 409) {
            made.require(201);
        }
        Http server = new Http(URI.create(keycloak.issuer() + "/"));
        String token =
                server.form(
                                "protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        SHORT_LIVED,
                                        "username",
                                        name,
                                        "password",
                                        keycloak.password(name)))
                        .require(200)
                        .text("access_token");
        Thread.sleep(3000);
        return token;
    }

    private static Map<String, Object> shortLived() {
        return Map.of(
                "clientId",
                SHORT_LIVED,
                "publicClient",
                true,
                "standardFlowEnabled",
                false,
                "directAccessGrantsEnabled",
                true,
                "attributes",
                Map.of("access.token.lifespan", "1"),
                "protocolMappers",
                List.of(
                        Map.of(
                                "name",
                                "audience",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of(
                                        "included.client.audience",
                                        "amanet-api",
                                        "access.token.claim",
                                        "true"))));
    }

    /** What a real token says, signed by a key of our own. */
    public static String forged(String real) throws GeneralSecurityException {
        String signed = real.substring(0, real.lastIndexOf('.'));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair own = generator.generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(own.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    /** What a real token says, without any signature. */
    public static String unsigned(String real) {
        String payload = real.split("\\.")[1];
        String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
        return encoded(header.getBytes(StandardCharsets.US_ASCII)) + "." + payload + ".";
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.amanet.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.amanet.sealing.SigningKey;

/** Signs what this deployment attests, with the key that signs the log. */
@ApplicationScoped
public class Notary {
    private final AuditConfig config;

    Notary(AuditConfig config) {
        this.config = config;
    }

    /**
     * A signed statement.
     *
     * @param statement lines of text, each ended by a line feed
     * @param signature Ed25519 over the statement's UTF-8 bytes (RFC 8032)
     * @param key what it is checked with, as PEM
     */
    public record Attestation(String statement, byte[] signature, String key) {
        @Override
        public String toString() {
            return "Attestation";
        }
    }

    /**
     * Signs these lines.
     *
     * @param kind the first line: no two kinds share it, so that none can pass for another
     */
    public Attestation attest(String kind, List<String> lines) {
        String statement = kind + "\n" + String.join("\n", lines) + "\n";
        try (SigningKey key = SigningKey.read(config.checkpointKey())) {
            byte[] signature = key.sign(statement.getBytes(StandardCharsets.UTF_8));
            return new Attestation(statement, signature, key.verifyingKey().pem());
        }
    }
}

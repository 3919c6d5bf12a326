package org.amanet.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.amanet.sealing.Identity;
import org.amanet.sealing.SigningKey;

/**
 * The first day of a deployment, through the same interfaces that people use: vaults are made, the
 * root stands for the leads, a lead stands for everybody else.
 */
final class Enrolment {
    private final Stack stack;

    Enrolment(Stack stack) {
        this.stack = stack;
    }

    void enrol(List<Account> accounts) {
        for (Account account : accounts) {
            Session session = stack.session(account.name());
            if (account.role().equals("auditor")) {
                continue;
            }
            if (!session.get("/api/v1/staff/me").require(200).json().path("enrolled").asBoolean()) {
                enrol(account, session);
            }
        }
    }

    private void enrol(Account account, Session session) {
        if (account.memberState() == null) {
            Answer vault =
                    session.post(
                            "/api/v1/vault",
                            Map.of(
                                    "alias",
                                    alias(account),
                                    "desk",
                                    account.desk(),
                                    "passphrase",
                                    stack.passphrase(account.name())));
            vouch(account, session, vault.require(201));
        } else {
            Answer key =
                    session.post(
                            "/api/v1/authority/key",
                            Map.of("alias", alias(account), "recipient", key(account)));
            vouch(account, session, key.require(201));
        }
    }

    private static String alias(Account account) {
        return account.name().replace('-', ' ');
    }

    private void vouch(Account account, Session session, Answer enrolled) {
        String path = "/api/v1/staff/members/" + enrolled.text("member") + "/vouching";
        if (account.role().equals("lead")) {
            session.post(path, Map.of("signature", signed(enrolled.text("statement"))))
                    .require(204);
        } else {
            stack.unlocked("lead").post(path, Map.of()).require(204);
        }
    }

    /** The root's signature, which in earnest is made offline from the recovery key. */
    private String signed(String statement) {
        Path recovery = stack.folder().resolve("keys/recovery.key");
        try (Identity identity = Identity.parse(Files.readString(recovery).strip());
                SigningKey root = identity.signingKey()) {
            byte[] signature = root.sign(statement.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature);
        } catch (IOException e) {
            throw new Trouble("The recovery key cannot be read.", e);
        }
    }

    /** The investigator's own key, in a file as {@code age-keygen} would write it. */
    private String key(Account account) {
        try (Identity identity = Identity.generate()) {
            String secret = new String(identity.encodedBytes(), StandardCharsets.US_ASCII);
            Secrets.forOwnerOnly(stack.key(account.name()), secret + "\n");
            return identity.recipient().encoded();
        }
    }
}

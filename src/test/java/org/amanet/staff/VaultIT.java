package org.amanet.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vaults and those who stand for them, as programs meet them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultIT {
    private static final String PASSPHRASE = "dukati zonima perolu 84 fasibe gomure";

    /** Behind an open vault and changing nothing. */
    private static final String BEHIND = "/api/v1/exports";

    private final Stack stack = Stack.shared();
    private final Rows rows = new Rows(stack);

    @BeforeAll
    void hirePeople() {
        stack.keycloak()
                .add(
                        List.of(
                                Account.staff("newcomer", "caseworker", "south"),
                                Account.staff("without-vault", "caseworker", "south")));
        enrolling(stack.session("newcomer"), "newcomer", "south", PASSPHRASE).require(201);
    }

    private static Answer enrolling(Session who, String alias, String desk, String passphrase) {
        return who.post(
                "/api/v1/vault", Map.of("alias", alias, "desk", desk, "passphrase", passphrase));
    }

    private static Answer unlocking(Session who, String passphrase) {
        return who.post("/api/v1/vault/session", Map.of("passphrase", passphrase));
    }

    private static void assertRefused(int status, String slug, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals("/problems/" + slug, answer.text("type"));
    }

    private static Answer behind(Http http, String bearer, String vault) {
        return http.get(BEHIND, "Authorization", "Bearer " + bearer, "Vault-Token", vault);
    }

    private String memberOf(String name) {
        return stack.session(name).get("/api/v1/staff/me").json().at("/member/id").asText();
    }

    private boolean isVouched(String name) {
        return stack.session(name)
                .get("/api/v1/staff/me")
                .require(200)
                .json()
                .path("vouched")
                .asBoolean();
    }

    @Nested
    class Enrolling {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "short 7 Qx!",
                    "passwordpassword",
                    "aaaaaaaaaaaaaaaaaaaa",
                    "without-vault south",
                    "qwertyuiopasdfghjkl"
                })
        void weakPassphraseIsRefusedAndMakesNothing(String weak) {
            Session who = stack.session("without-vault");
            assertRefused(422, "weak-passphrase", enrolling(who, "without-vault", "south", weak));
            assertFalse(who.get("/api/v1/staff/me").json().path("enrolled").asBoolean());
        }

        @Test
        void deskHasToExist() {
            Session who = stack.session("without-vault");
            assertRefused(400, "invalid-request", enrolling(who, "name", "west", PASSPHRASE));
        }

        @Test
        void oneVaultAPerson() {
            assertRefused(
                    409,
                    "conflict",
                    enrolling(stack.session("newcomer"), "again", "north", PASSPHRASE));
        }

        @Test
        void passphraseStandsNowhere() {
            String vault =
                    rows.text(
                            "select encode(vault, 'escape') from member where id = ?",
                            UUID.fromString(memberOf("newcomer")));
            assertTrue(vault.startsWith("age-encryption.org/v1"), "no age file");
            assertFalse(vault.contains(PASSPHRASE));
        }

        @Test
        void nobodyGetsOneWithoutARoleOfADesk() {
            assertEquals(
                    403,
                    enrolling(stack.session("auditor"), "auditor", "north", PASSPHRASE).status());
            assertEquals(
                    403,
                    enrolling(stack.session("investigator-de"), "x", "north", PASSPHRASE).status());
        }
    }

    @Nested
    class Unlocking {
        @Test
        void wrongPassphraseIsRefusedAndStandsInTheLog() {
            UUID member = UUID.fromString(memberOf("newcomer"));
            String count =
                    "select count(*) from audit_entry where act = 'VAULT_REFUSED' and actor = ?";
            long before = rows.count(count, member);
            assertRefused(
                    403, "vault-refused", unlocking(stack.session("newcomer"), PASSPHRASE + " "));
            assertEquals(before + 1, rows.count(count, member));
        }

        @Test
        void withoutAVaultThereIsNothingToOpen() {
            assertRefused(
                    403,
                    "vault-not-enrolled",
                    unlocking(stack.session("without-vault"), PASSPHRASE));
        }

        @Test
        void samePassphraseFromAnotherKeyboardOpensIt() {
            stack.keycloak().add(List.of(Account.staff("umlaut", "caseworker", "south")));
            Session who = stack.session("umlaut");
            enrolling(
                            who,
                            "umlaut",
                            "south",
                            "zw\u00f6lf gr\u00fcne Hocker tr\u00e4umen 59 vom Meer")
                    .require(201);
            unlocking(who, "zwo\u0308lf gru\u0308ne Hocker tra\u0308umen 59 vom Meer").require(201);
        }

        @Test
        void weakenedParametersInTheDatabaseAreRefused() {
            UUID member = UUID.fromString(memberOf("newcomer"));
            rows.change("update member set kdf_memory = 8 where id = ?", member);
            try {
                assertRefused(409, "seal-broken", unlocking(stack.session("newcomer"), PASSPHRASE));
            } finally {
                rows.change("update member set kdf_memory = 65536 where id = ?", member);
            }
            unlocking(stack.session("newcomer"), PASSPHRASE).require(201);
        }

        @Test
        void vaultOfSomebodyElsePutInItsPlaceIsRefused() {
            UUID member = UUID.fromString(memberOf("newcomer"));
            UUID other = UUID.fromString(memberOf("caseworker"));
            String own =
                    rows.text(
                            "select encode(vault, 'hex') || ' ' || encode(salt, 'hex') from member where id = ?",
                            member);
            String swap =
                    "update member m set vault = o.vault, salt = o.salt from member o"
                            + " where m.id = ? and o.id = ?";
            rows.change(swap, member, other);
            try {
                assertRefused(
                        409,
                        "seal-broken",
                        unlocking(stack.session("newcomer"), stack.passphrase("caseworker")));
            } finally {
                String[] parts = own.split(" ");
                rows.change(
                        "update member set vault = decode(?, 'hex'), salt = decode(?, 'hex') where id = ?",
                        parts[0],
                        parts[1],
                        member);
            }
        }
    }

    @Nested
    class Tokens {
        private Session opened() {
            return stack.newSession("newcomer").unlock(PASSPHRASE);
        }

        @Test
        void openVaultOpensWhatIsBehindIt() {
            assertRefused(403, "vault-locked", stack.newSession("newcomer").get(BEHIND));
            assertEquals(200, opened().get(BEHIND).status());
        }

        @Test
        void lockingEndsTheTokenForEverySession() {
            Session session = opened();
            String token = session.vaultToken();
            assertEquals(204, session.delete("/api/v1/vault/session").status());
            assertRefused(403, "vault-locked", behind(stack.http(), session.token(), token));
        }

        @Test
        void tokenOfAnotherMemberIsRefused() {
            String token = opened().vaultToken();
            String bearer = stack.session("caseworker").token();
            assertRefused(403, "vault-locked", behind(stack.http(), bearer, token));
        }

        @Test
        void tokenOfAnotherSignOnSessionIsRefused() {
            Session session = opened();
            String later = stack.newSession("newcomer").token();
            assertRefused(403, "vault-locked", behind(stack.http(), later, session.vaultToken()));
            assertEquals(200, session.get(BEHIND).status());
        }

        @Test
        void changedAndInventedTokensAreRefused() {
            Session session = opened();
            String token = session.vaultToken();
            char last = token.charAt(token.length() - 5);
            String changed =
                    token.substring(0, token.length() - 5)
                            + (last == 'A' ? 'B' : 'A')
                            + token.substring(token.length() - 4);
            assertNotEquals(token, changed);
            for (String wrong :
                    List.of(changed, "AAAA", "%%%", token.substring(1), token + "AAAA")) {
                assertRefused(403, "vault-locked", behind(stack.http(), session.token(), wrong));
            }
        }

        @Test
        void idleAndOldTokensLockThemselvesOnEveryServer() throws InterruptedException {
            Session session = opened();
            try (Service impatient =
                    stack.replica(
                            Map.of(
                                    "amanet.staff.session-idle", "PT1S",
                                    "amanet.staff.session-age", "PT8H"))) {
                Thread.sleep(2_000);
                assertRefused(
                        403,
                        "vault-locked",
                        behind(impatient.http(), session.token(), session.vaultToken()));
            }
            assertEquals(200, session.get(BEHIND).status());
            try (Service strict = stack.replica(Map.of("amanet.staff.session-age", "PT1S"))) {
                assertRefused(
                        403,
                        "vault-locked",
                        behind(strict.http(), session.token(), session.vaultToken()));
            }
        }
    }

    @Nested
    class Vouching {
        private String path(String member) {
            return "/api/v1/staff/members/" + member + "/vouching";
        }

        @Test
        void onlyALeadWithAnOpenVaultStandsForSomebodyElse() {
            String member = memberOf("newcomer");
            assertEquals(403, stack.unlocked("caseworker").post(path(member), Map.of()).status());
            assertRefused(
                    403,
                    "vault-locked",
                    stack.newSession("lead-alternate").post(path(member), Map.of()));
            Session lead = stack.unlocked("lead");
            assertRefused(403, "self-approval", lead.post(path(memberOf("lead")), Map.of()));
            assertRefused(
                    404, "not-found", lead.post(path(UUID.randomUUID().toString()), Map.of()));
        }

        @Test
        void signatureOfAnybodyButTheRootIsRefused() {
            Session lead = stack.unlocked("lead");
            String member = memberOf("lead-alternate");
            String forged = "A".repeat(86) + "==";
            assertRefused(403, "not-vouched", lead.post(path(member), Map.of("signature", forged)));
            assertRefused(
                    400,
                    "invalid-request",
                    lead.post(path(member), Map.of("signature", "no base64!")));
            assertTrue(isVouched("lead-alternate"));
        }

        @Test
        void rowThatIsEditedAfterwardsIsNoLongerVouchedFor() {
            stack.add(Account.staff("edited", "caseworker", "south"));
            assertTrue(isVouched("edited"));
            UUID member = UUID.fromString(memberOf("edited"));
            for (String[] edit :
                    List.of(
                            new String[] {"desk", "'north'", "'south'"},
                            new String[] {"alias", "'somebody'", "'edited'"})) {
                rows.change(
                        "update member set %s = %s where id = ?".formatted(edit[0], edit[1]),
                        member);
                assertFalse(isVouched("edited"), edit[0]);
                rows.change(
                        "update member set %s = %s where id = ?".formatted(edit[0], edit[2]),
                        member);
                assertTrue(isVouched("edited"), edit[0]);
            }
            rows.change(
                    "update vouching v set signature = o.signature from vouching o"
                            + " where v.member = ? and o.member = ?",
                    member,
                    UUID.fromString(memberOf("caseworker")));
            assertFalse(isVouched("edited"));
        }
    }
}

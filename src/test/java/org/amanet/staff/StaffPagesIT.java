package org.amanet.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amanet.demo.Account;
import org.amanet.demo.Stack;
import org.amanet.testing.Rows;
import org.amanet.testing.Visitor;
import org.amanet.testing.Visitor.Seen;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The staff's pages, as a browser without scripts meets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffPagesIT {
    private static final String PASSPHRASE = "mokiba 37 lutane serodi vafupe gilora";

    private final Stack stack = Stack.shared();
    private final Rows rows = new Rows(stack);

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(stack);
        visitor.signIn(name, "/desk/vault").require(200);
        return visitor;
    }

    private Visitor unlocked(String name) {
        Visitor visitor = signedIn(name);
        unlocking(visitor, stack.passphrase(name), "/desk/vault").require(200);
        return visitor;
    }

    private static Seen unlocking(Visitor visitor, String passphrase, String then) {
        return visitor.post("/desk/vault/session", Map.of("passphrase", passphrase, "then", then));
    }

    private Visitor newcomer(String name, String role) {
        stack.keycloak().add(List.of(Account.staff(name, role, "south")));
        return signedIn(name);
    }

    private static Seen enrolling(Visitor visitor, String alias, String passphrase, String again) {
        return visitor.post(
                "/desk/vault",
                Map.of("alias", alias, "desk", "south", "passphrase", passphrase, "again", again));
    }

    private String member(String alias) {
        return rows.text("select id from member where alias = ?", alias);
    }

    @Nested
    class TheVault {
        @Test
        void lockedVaultIsOpenedOnTheWayToAPage() {
            Visitor visitor = new Visitor(stack);
            Seen door = visitor.signIn("caseworker", "/desk/exports").require(200);
            assertEquals("/desk/vault", door.address().getPath());
            assertEquals("then=%2Fdesk%2Fexports", door.address().getRawQuery());
            assertTrue(door.text().contains("autocomplete=\"current-password\""));
            Seen page = unlocking(visitor, stack.passphrase("caseworker"), "/desk/exports");
            assertEquals("/desk/exports", page.require(200).address().getPath());
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://example.org/", "//example.org", "/\\example.org"})
        void nobodyIsSentToAForeignPage(String foreign) {
            Visitor visitor = signedIn("caseworker");
            Seen page = unlocking(visitor, stack.passphrase("caseworker"), foreign);
            assertEquals(stack.http().base().resolve("/desk"), page.address());
        }

        @Test
        void wrongPassphraseIsSaidOnTheSamePage() {
            Visitor visitor = signedIn("caseworker");
            Seen page = unlocking(visitor, "not the one at all", "/desk/exports");
            assertEquals(403, page.status());
            assertTrue(page.text().contains("does not open the vault"));
            assertTrue(page.text().contains("value=\"/desk/exports\""), "the way back is kept");
            assertFalse(page.text().contains("not the one at all"));
            assertTrue(visitor.cookie("vault").isEmpty());
        }

        @Test
        void lockingTakesTheCookieAndEndsTheSession() {
            Visitor visitor = unlocked("caseworker");
            String token = visitor.cookie("vault").orElseThrow();
            Seen page = visitor.post("/desk/vault/lock", Map.of()).require(200);
            assertTrue(page.text().contains("Your vault is locked"));
            assertTrue(visitor.cookie("vault").isEmpty());
            assertEquals(403, withVault("caseworker", token));
        }

        private int withVault(String name, String token) {
            return stack.http()
                    .get(
                            "/api/v1/exports",
                            "Authorization",
                            "Bearer " + stack.session(name).token(),
                            "Vault-Token",
                            token)
                    .status();
        }

        @Test
        void cookieIsOutOfReachOfScriptsAndOfOtherSites() {
            Visitor visitor = signedIn("caseworker");
            Seen page =
                    unlocking(visitor, stack.passphrase("caseworker"), "/desk/vault").require(200);
            String cookie =
                    page
                            .response()
                            .previousResponse()
                            .orElseThrow()
                            .headers()
                            .allValues("Set-Cookie")
                            .stream()
                            .filter(one -> one.startsWith("vault="))
                            .findFirst()
                            .orElseThrow();
            String attributes = cookie.substring(cookie.indexOf(';')).toLowerCase(Locale.ROOT);
            assertTrue(attributes.contains("httponly"), attributes);
            assertTrue(attributes.contains("samesite=strict"), attributes);
        }

        @Test
        void whatWasTypedIsStillThereExceptThePassphrase() {
            Visitor visitor = newcomer("pages-weak", "caseworker");
            Seen page = enrolling(visitor, "Kept <name>", "password password", "password password");
            assertEquals(422, page.status());
            assertTrue(page.text().contains("value=\"Kept &lt;name&gt;\""), page.text());
            assertTrue(page.text().contains("value=\"south\" selected"), page.text());
            assertFalse(page.text().contains("password password"));
            Seen other = enrolling(visitor, "Kept", PASSPHRASE, PASSPHRASE + "x");
            assertEquals(422, other.status());
            assertTrue(other.text().contains("not the same"));
        }

        @Test
        void newVaultShowsItsFingerprintAndWaits() {
            Visitor visitor = newcomer("pages-new", "caseworker");
            Seen page = enrolling(visitor, "pages new", PASSPHRASE, PASSPHRASE).require(200);
            assertTrue(page.text().contains("waits for a lead"));
            Seen again = enrolling(visitor, "pages new", PASSPHRASE, PASSPHRASE).require(200);
            assertEquals("/desk/vault", again.address().getPath());
        }
    }

    @Nested
    class People {
        private static final Pattern GROUPS =
                Pattern.compile("[0-9A-F]{4}(?: [0-9A-F]{4}){7}(?=\\s*<)");

        private Seen vouching(Visitor lead, String member, String heard) {
            return lead.post("/desk/people/" + member + "/vouching", Map.of("heard", heard));
        }

        @Test
        void clickAloneDoesNotVouch() {
            Visitor visitor = newcomer("pages-heard", "caseworker");
            Seen own = enrolling(visitor, "pages heard", PASSPHRASE, PASSPHRASE).require(200);
            Matcher found = GROUPS.matcher(own.text());
            assertTrue(found.find(), own.text());
            String fingerprint = found.group();
            String member = member("pages heard");
            Visitor lead = unlocked("lead");

            Seen list = lead.get("/desk/people").require(200);
            assertTrue(list.text().contains(fingerprint.substring(0, 29)));
            assertFalse(list.text().contains(fingerprint), "the end would only be copied");
            for (String wrong : List.of("", "0000 0000", fingerprint.substring(0, 9))) {
                Seen no = vouching(lead, member, wrong);
                assertEquals(422, no.status());
                assertTrue(no.text().contains("not how the fingerprint ends"));
            }
            assertEquals(0, vouchings(member));

            Seen yes = vouching(lead, member, fingerprint.substring(30)).require(200);
            assertEquals("/desk/people", yes.address().getPath());
            assertEquals(1, vouchings(member));
        }

        private long vouchings(String member) {
            return rows.count(
                    "select count(*) from vouching where member = ?", UUID.fromString(member));
        }

        @Test
        void rootSignatureIsCheckedAndWhatWasPastedIsStillThere() {
            Visitor visitor = newcomer("pages-lead", "lead");
            enrolling(visitor, "pages lead", PASSPHRASE, PASSPHRASE).require(200);
            String member = member("pages lead");
            unlocking(visitor, PASSPHRASE, "/desk/vault").require(200);
            Seen list = visitor.get("/desk/people").require(200);
            assertTrue(list.text().contains("amanet-vouching-v1 member=" + member));
            for (String wrong : List.of("no base64!", "A".repeat(86) + "==")) {
                Seen no =
                        visitor.post(
                                "/desk/people/" + member + "/root-vouching",
                                Map.of("signature", wrong));
                assertTrue(no.status() == 422 || no.status() == 403, "" + no.status());
                assertTrue(no.text().contains("value=\"" + wrong + "\""), no.text());
            }
            assertEquals(0, vouchings(member));
        }

        @Test
        void leadsSetTheDutyOfTheirOwnDeskOnly() {
            String caseworker = member("caseworker");
            Visitor lead = unlocked("lead");
            String path = "/desk/people/" + caseworker + "/duty";
            assertTrue(lead.post(path, Map.of("on", "false")).text().contains("do not come"));
            lead.post(path, Map.of("on", "true")).require(200);
            assertEquals(
                    404, unlocked("lead-alternate").post(path, Map.of("on", "false")).status());
            assertEquals(
                    "t",
                    rows.text("select duty from member where id = ?", UUID.fromString(caseworker)));
        }

        @Test
        void nobodyElseSeesThem() {
            assertEquals(403, unlocked("caseworker").get("/desk/people").status());
            assertEquals(403, signedInAt("auditor", "/desk/log").get("/desk/people").status());
            assertEquals(
                    403, signedInAt("investigator-de", "/authority").get("/desk/people").status());
        }

        private Visitor signedInAt(String name, String path) {
            Visitor visitor = new Visitor(stack);
            visitor.signIn(name, path);
            return visitor;
        }
    }

    @Nested
    class Leaving {
        @Test
        void signingOutEndsBothSessionsAndTheBrowserForgets() {
            Visitor visitor = unlocked("caseworker");
            String token = visitor.cookie("vault").orElseThrow();
            Seen last = visitor.post("/desk/leave", Map.of()).require(200);
            assertEquals("/desk/signed-out", last.address().getPath());
            assertTrue(last.header("Clear-Site-Data").contains("\"cookies\""));
            assertTrue(visitor.cookie("vault").isEmpty());
            Seen after = visitor.get("/desk/vault").require(200);
            assertTrue(after.address().toString().contains("openid-connect/auth"), "sign in anew");
            assertEquals(
                    1,
                    rows.count(
                            "select count(*) from audit_entry where act = 'VAULT_LOCKED' and actor = ?"
                                    + " and seq > (select max(seq) from audit_entry"
                                    + " where act = 'VAULT_UNLOCKED' and actor = ?)",
                            UUID.fromString(member("caseworker")),
                            UUID.fromString(member("caseworker"))));
            assertFalse(token.isEmpty());
        }

        @Test
        void whoIsNotSignedInMayLeaveToo() {
            Seen last = new Visitor(stack).post("/desk/leave", Map.of()).require(200);
            assertEquals("/desk/signed-out", last.address().getPath());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ug"})
    void pagesSpeakTheLanguageOfTheBrowserAndSayThatTheyAreADemonstration(String tag) {
        Visitor visitor = new Visitor(stack).reading(tag);
        Seen page = visitor.signIn("caseworker", "/desk/vault").require(200);
        assertTrue(page.text().contains("<html lang=\"" + tag + "\""), page.text());
        assertTrue(page.text().contains(tag.equals("ug") ? "dir=\"rtl\"" : "dir=\"ltr\""));
        assertTrue(page.text().contains("class=\"demo\""));
    }
}

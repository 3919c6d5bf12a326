package org.amanet.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Case;
import org.junit.jupiter.api.Test;

/** Another passphrase for the same key: what was sealed stays open, other sessions end. */
class PassphraseIT {
    private static final Stack STACK = Stack.shared();
    private static final String NEXT = "bofali 61 ketunu rovesa mipado zegiru";

    private static Answer changing(Session who, String old, String next) {
        return who.put("/api/v1/vault/passphrase", Map.of("passphrase", old, "next", next));
    }

    private static void assertRefused(int status, String slug, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals("/problems/" + slug, answer.text("type"));
    }

    @Test
    void otherSessionsEndAndEveryReportStillOpens() {
        Colleague owner = Colleague.caseworker(STACK, "passphrase-owner");
        String old = STACK.passphrase("passphrase-owner");
        Case report = Case.of(STACK);
        Session other = owner.unlocked();
        Session session = owner.unlocked();
        assertRefused(403, "vault-refused", changing(session, old + "x", NEXT));
        assertRefused(422, "weak-passphrase", changing(session, old, "passwordpassword"));
        other.get(report.path()).require(200);
        String token = changing(session, old, NEXT).require(200).text("token");
        assertRefused(403, "vault-locked", other.get(report.path()));
        assertRefused(403, "vault-locked", session.get(report.path()));
        STACK.http()
                .get(
                        report.path(),
                        "Authorization",
                        "Bearer " + session.token(),
                        "Vault-Token",
                        token)
                .require(200);
        assertRefused(403, "vault-refused", owner.unlocking(old));
        owner.unlocking(NEXT).require(201);
        assertTrue(owner.isVouched(), "the key is the same");
    }

    @Test
    void pageSaysWhatIsWrongAndWhatWasDone() {
        String name = "passphrase-pages";
        Colleague.caseworker(STACK, name);
        try (Browser browser = new Browser()) {
            Page page = browser.person("ug", true, true);
            page.navigate(STACK.http().base() + "/desk/vault");
            page.fill("#username", name);
            page.fill("#password", STACK.keycloak().password(name));
            page.click("#kc-login");
            page.fill("#passphrase", STACK.passphrase(name));
            page.click("form[action$='/vault/session'] button");
            page.navigate(STACK.http().base() + "/desk/vault/key");
            browser.examine(page, "own-key-ug");
            change(page, STACK.passphrase(name), NEXT + "x");
            assertThat(page.locator("[role=alert]")).hasCount(1);
            change(page, STACK.passphrase(name), NEXT);
            assertThat(page.locator("[role=status]")).hasCount(1);
            assertThat(page.locator("form[action='/desk/vault/lock']")).hasCount(1);
            page.navigate(STACK.http().base() + "/desk");
            assertThat(page.locator("#passphrase")).hasCount(0);
        }
    }

    private static void change(Page page, String old, String again) {
        page.fill("#old", old);
        page.fill("#fresh", NEXT);
        page.fill("#fresh-again", again);
        page.click("form[action$='/key/passphrase'] button");
    }
}

package org.amanet.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.Case;
import org.amanet.testing.Database;
import org.amanet.testing.Edits;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.junit.jupiter.api.Test;

/** Nobody stands for a key any more: it opens nothing, whatever the database says. */
class WithdrawnIT {
    private static final Stack STACK = Stack.shared();
    private static final Rows ROWS = new Rows(STACK);

    private static void assertRefused(int status, String slug, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals("/problems/" + slug, answer.text("type"));
    }

    private static Answer withdrawing(Session lead, Colleague whom) {
        return lead.post(whom.path() + "/withdrawal", Map.of());
    }

    private static boolean done(Answer answer) {
        return answer.require(200).json().path("done").asBoolean();
    }

    private static long grants(Colleague whom, String report) {
        return ROWS.count(
                "select count(*) from report_grant where holder = ? and report = ?",
                whom.id(),
                UUID.fromString(report));
    }

    @Test
    void keyOpensNothingFromThenOnEvenWhereTheOldRowIsPutBack() {
        Colleague member = Colleague.caseworker(STACK, "withdrawn-caseworker");
        Case report = Case.of(STACK);
        Session open = member.unlocked();
        open.get(report.path()).require(200);
        new Edits(STACK).run("create table kept_vouching as select * from vouching");
        assertTrue(done(withdrawing(STACK.unlocked("lead"), member)));
        assertRefused(403, "vault-locked", open.get(report.path()));
        assertRefused(
                403, "not-vouched", member.unlocking(STACK.passphrase("withdrawn-caseworker")));
        Case later = Case.of(STACK);
        assertEquals(0, grants(member, later.id()));

        ROWS.change(
                "insert into vouching select * from kept_vouching where member = ?", member.id());
        ROWS.change("update member set sessions_since = null where id = ?", member.id());
        new Edits(STACK).run("drop table kept_vouching");
        assertFalse(member.isVouched());
        assertRefused(403, "not-vouched", open.get(report.path()));
        assertRefused(403, "not-vouched", open.get("/api/v1/exports"));
        assertEquals(0, grants(member, Case.of(STACK).id()));
        assertRefused(
                409,
                "conflict",
                STACK.unlocked("lead").post(member.path() + "/vouching", Map.of()));
        Reports.inbox(STACK.http(), report.receipt()).require(200);
        assertEquals(
                "1",
                Database.text(
                        STACK,
                        "select count(*)::text from audit_entry"
                                + " where act = 'VOUCHING_WITHDRAWN' and subject::text = ?",
                        member.id().toString()));
    }

    @Test
    void forALeadItTakesTwoOthers() {
        Colleague gone = Colleague.lead(STACK, "withdrawn-lead");
        Colleague second = Colleague.lead(STACK, "withdrawing-lead");
        assertRefused(403, "self-approval", withdrawing(gone.unlocked(), gone));
        Session first = STACK.unlocked("lead");
        assertFalse(done(withdrawing(first, gone)));
        assertFalse(done(withdrawing(first, gone)), "nobody is two");
        assertTrue(gone.isVouched());
        assertTrue(done(withdrawing(second.unlocked(), gone)));
        assertFalse(gone.isVouched());
    }

    @Test
    void signatureOfTheRootDoesItAlone() {
        Colleague gone = Colleague.lead(STACK, "withdrawn-by-root");
        Session lead = STACK.unlocked("lead");
        String statement = withdrawing(lead, gone).require(200).text("statement");
        String other = lead.post(gone.path() + "/withdrawal", Map.of()).text("statement");
        assertEquals(statement, other);
        String signature = Offline.vouched(STACK, statement);
        String wrong = Offline.vouched(STACK, statement + " ");
        assertRefused(
                403,
                "not-vouched",
                lead.post(gone.path() + "/withdrawal", Map.of("signature", wrong)));
        assertTrue(done(lead.post(gone.path() + "/withdrawal", Map.of("signature", signature))));
        assertFalse(gone.isVouched());
    }

    @Test
    void caseworkersWithdrawNothing() {
        Colleague member = Colleague.caseworker(STACK, "withdrawn-by-nobody");
        assertEquals(403, withdrawing(STACK.unlocked("caseworker"), member).status());
        assertTrue(member.isVouched());
    }

    @Test
    void leadDoesItOnThePage() {
        Colleague member = Colleague.caseworker(STACK, "withdrawn-on-page");
        try (Browser browser = new Browser()) {
            Page page = browser.person("de", true, true);
            page.navigate(STACK.http().base() + "/desk/vault");
            page.fill("#username", "lead");
            page.fill("#password", STACK.keycloak().password("lead"));
            page.click("#kc-login");
            page.fill("#passphrase", STACK.passphrase("lead"));
            page.click("form[action$='/vault/session'] button");
            page.navigate(STACK.http().base() + "/desk/people");
            page.click("a[href='/desk/people/" + member.id() + "/key']");
            browser.examine(page, "key-de");
            page.click("form[action$='/key/withdrawal'] button");
            assertThat(page.locator("dd .tag.late")).hasText("entzogen");
        }
        assertFalse(member.isVouched());
    }
}

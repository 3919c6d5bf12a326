package org.amanet.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.AgeFile;
import org.amanet.sealing.Identity;
import org.amanet.sealing.SealBroken;
import org.amanet.testing.Browser;
import org.amanet.testing.Database;
import org.amanet.testing.Desks;
import org.amanet.testing.Edits;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that nobody opens alone, whatever they hold. */
class TwoPeopleIT {
    private static final Stack STACK = Stack.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPENINGS = "/api/v1/desk/joint-openings";

    private final Edits database = new Edits(STACK);

    private static Session lead() {
        return STACK.unlocked("lead");
    }

    private static Session caseworker() {
        return STACK.unlocked("caseworker");
    }

    private static Filed filed() {
        Map<String, Object> report = Reports.whole("Worth two people.", "The mother.", "DE");
        report.put("desk", "north");
        return Filed.of(STACK, report);
    }

    private static Filed guarded() {
        return guarded(filed());
    }

    /** Of all the leads at the desk only one may read it. */
    private static Filed filedForOneLead() {
        Set<String> others = new TreeSet<>(Desks.holders(STACK, "north", "LEAD"));
        others.remove(memberId("lead"));
        Map<String, Object> report = Reports.whole("Worth two people.", "The mother.", "DE");
        report.put("desk", "north");
        report.put("exclude", List.copyOf(others));
        return Filed.of(STACK, report);
    }

    private static Filed guarded(Filed report) {
        report.put(lead(), "two-people", Map.of()).require(200);
        return report;
    }

    private static String ask(Filed report, Session by, boolean lift) {
        return by.post(
                        report.path() + "/joint-openings",
                        Map.of("reason", "pelican: a deadline", "lift", lift))
                .require(201)
                .text("id");
    }

    private static Answer give(String opening, Session by) {
        return by.post(OPENINGS + "/" + opening + "/second", Map.of());
    }

    private static void requireRefused(Answer answer) {
        answer.require(403);
        assertTrue(answer.text("type").endsWith("second-person-needed"), answer.text());
    }

    @Test
    void oneAsksAnotherAgreesAndTheReporterSeesBoth() {
        Filed report = filed();
        report.put(caseworker(), "two-people", Map.of()).require(403);
        Answer marked = report.put(lead(), "two-people", Map.of()).require(200);
        assertTrue(marked.json().path("twoPeople").asBoolean());
        for (Session one : List.of(lead(), caseworker())) {
            requireRefused(report.openedBy(one));
            requireRefused(one.post(report.path() + "/relatives", Map.of("reason", "x")));
            requireRefused(one.post(report.path() + "/notes", Map.of("text", "x")));
        }
        Session stranger = STACK.unlocked("lead-alternate");
        report.openedBy(stranger).require(404);
        stranger.post(report.path() + "/joint-openings", Map.of("reason", "x")).require(404);
        String opening = ask(report, caseworker(), false);
        String clear = "select count(*)::text from joint_opening o where o::text like ?";
        assertEquals("0", Database.text(STACK, clear, "%pelican%"));
        give(opening, stranger).require(404);
        give(opening, caseworker()).require(403);
        JsonNode seen = request(lead(), opening);
        assertEquals("pelican: a deadline", seen.path("reason").asText());
        give(opening, lead()).require(204);
        give(opening, lead()).require(409);
        report.openedBy(caseworker()).require(200);
        caseworker().post(report.path() + "/relatives", Map.of("reason", "x")).require(200);
        requireRefused(report.openedBy(lead()));
        assertTrue(
                report.inbox()
                        .path("openings")
                        .findValuesAsText("act")
                        .containsAll(List.of("SECOND_ASKED", "SECOND_GIVEN")),
                report.inbox().toString());
        database.run(
                "update joint_opening set until = now() - interval '1 second' where id = '%s'",
                opening);
        requireRefused(report.openedBy(caseworker()));
    }

    private static JsonNode request(Session session, String opening) {
        for (JsonNode one : session.get(OPENINGS).require(200).json()) {
            if (one.path("id").asText().equals(opening)) {
                return one;
            }
        }
        throw new AssertionError("no request " + opening);
    }

    /**
     * All that lies in the database, and one vault: nothing opens. With the other vault it does.
     */
    @Test
    void aStolenVaultOpensNothingEvenWithTheDatabase() throws Exception {
        Filed report = guarded();
        try (Identity stolen = vaultOf("caseworker");
                Identity other = vaultOf("lead")) {
            List<byte[]> all = sealedOf(report);
            List<byte[]> once = openedWith(stolen, all);
            assertTrue(once.size() >= 2, "the outer seals are the thief's to take off");
            assertEquals(List.of(), openedWith(stolen, once), "and there it ends");
            assertFalse(once.stream().anyMatch(TwoPeopleIT::isKey));
            List<byte[]> both = openedWith(other, once);
            assertEquals(2, both.size(), "one for each lock");
            assertTrue(both.stream().allMatch(TwoPeopleIT::isKey));
        }
    }

    private static boolean isKey(byte[] opened) {
        return new String(opened, StandardCharsets.ISO_8859_1).contains("AGE-SECRET-KEY-1");
    }

    /** Every age file that one of these holds and that this identity opens; what is inside. */
    private static List<byte[]> openedWith(Identity identity, List<byte[]> files) {
        List<byte[]> opened = new ArrayList<>();
        for (byte[] file : files) {
            int start = indexOfAge(file);
            if (start < 0) {
                continue;
            }
            // What follows an inner file is padding: each length that could be the file is tried.
            byte[] rest = Arrays.copyOfRange(file, start, file.length);
            int end = rest.length;
            while (end > 0 && start > 0 && rest[end - 1] == 0) {
                end--;
            }
            for (int length : new int[] {rest.length, end, end - 1}) {
                try {
                    opened.add(AgeFile.open(Arrays.copyOf(rest, Math.max(0, length)), identity));
                    break;
                } catch (SealBroken notForThem) {
                    // the next length
                }
            }
        }
        return opened;
    }

    private static int indexOfAge(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf("age-encryption.org/v1");
    }

    private static List<byte[]> sealedOf(Filed report) throws SQLException {
        String query =
                "select encode(sealed, 'hex') from report_grant where report = '%1$s'"
                        + " union all select encode(sealed, 'hex') from report_pair"
                        + " where report = '%1$s' and (holder in (%2$s) and second in (%2$s))"
                        + " union all select encode(coalesce(account, ''), 'hex')"
                        + " from joint_opening where report = '%1$s'";
        String two =
                "select id from member where subject in (select subject from member"
                        + " where id in ('"
                        + memberId("lead")
                        + "','"
                        + memberId("caseworker")
                        + "'))";
        List<byte[]> all = new ArrayList<>();
        try (Connection connection = STACK.postgres().superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query.formatted(report.id(), two))) {
            while (rows.next()) {
                all.add(HexFormat.of().parseHex(rows.getString(1)));
            }
        }
        return all;
    }

    private static String memberId(String name) {
        return STACK.session(name).get("/api/v1/staff/me").json().at("/member/id").asText();
    }

    private static Identity vaultOf(String name) {
        try (Identity servers =
                Identity.parse(
                        Files.readString(STACK.folder().resolve("keys/token.key")).strip())) {
            byte[] token = Base64.getUrlDecoder().decode(STACK.unlocked(name).vaultToken());
            JsonNode content = JSON.readTree(AgeFile.open(token, servers));
            return Identity.parse(content.path("identity").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void toTakeItBackTakesTwoAsWell() {
        Filed report = guarded();
        give(ask(report, lead(), false), caseworker()).require(204);
        String tag = report.tag(lead());
        String mark = report.path() + "/two-people";
        requireRefused(lead().delete(mark, "If-Match", tag));
        caseworker()
                .post(report.path() + "/joint-openings", Map.of("reason", "x", "lift", true))
                .require(403);
        give(ask(report, lead(), true), caseworker()).require(204);
        lead().delete(mark, "If-Match", "\"v0\"").require(412);
        lead().delete(mark, "If-Match", report.tag(lead())).require(200);
        report.openedBy(caseworker()).require(200);
        caseworker().post(report.path() + "/relatives", Map.of("reason", "x")).require(200);
        lead().delete(mark, "If-Match", report.tag(lead())).require(409);
        String pairs = "select count(*)::text from report_pair where report::text = ?";
        assertEquals("0", Database.text(STACK, pairs, report.id().toString()));
    }

    @Test
    void whoComesLaterNeedsASecondPersonTooAndTakesTheirPairsAlong() {
        Filed report = guarded();
        STACK.add(Account.staff("late-comer", "caseworker", "north"));
        Session late = STACK.unlocked("late-comer");
        report.openedBy(late).require(404);
        give(ask(report, lead(), false), caseworker()).require(204);
        report.put(lead(), "assignment", Map.of("member", memberId("late-comer"))).require(200);
        requireRefused(report.openedBy(late));
        give(ask(report, late, false), caseworker()).require(204);
        report.openedBy(late).require(200);
        late.post(report.path() + "/relatives", Map.of("reason", "x")).require(200);
        late.post(report.path() + "/recusal", Map.of()).require(204);
        report.openedBy(late).require(404);
        String left =
                "select count(*)::text from report_pair where report::text = ?"
                        + " and ? in (holder::text, second::text)";
        assertEquals(
                "0", Database.text(STACK, left, report.id().toString(), memberId("late-comer")));
    }

    /** The desk of the north has one lead, and words leave it with leads only. */
    @Test
    void itIsNeverLeftWithOnePersonAlone() {
        Filed report = guarded(filedForOneLead());
        Map<String, Object> answer =
                Map.of("question", "EXCLUSIONS", "words", "the man with the red car");
        STACK.http()
                .post(
                        "/api/v1/inbox/answers",
                        Map.of("receipt", report.receipt(), "answer", answer))
                .require(422);
        give(ask(report, caseworker(), false), lead()).require(204);
        report.openedBy(caseworker()).require(200);
    }

    private void whatWasTypedStays(Page page, Filed report) {
        page.fill("#note", "Written while the time ran out.");
        database.run(
                "update joint_opening set until = now() - interval '1 second' where report = '%s'",
                report.id());
        page.click("form[action$='/notes'] button");
        assertThat(page.locator("#text")).hasValue("Written while the time ran out.");
        assertThat(page.locator("a[href$='/second']")).isVisible();
    }

    private static Page atTheDesk(Browser browser, String name, String tag) {
        Page page = browser.person(tag, true, !tag.equals("en"));
        page.navigate(STACK.http().base() + "/desk/vault");
        page.fill("#username", name);
        page.fill("#password", STACK.keycloak().password(name));
        page.click("#kc-login");
        page.fill("#passphrase", STACK.passphrase(name));
        page.click("form[action$='/vault/session'] button");
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ug", "en"})
    void inTheBrowser(String tag) {
        Filed report = filed();
        try (Browser browser = new Browser()) {
            Page lead = atTheDesk(browser, "lead", tag);
            lead.navigate(STACK.http().base() + "/desk/reports/" + report.id());
            lead.click("section[aria-labelledby=two-people] summary");
            browser.examine(lead, "two-people-case-" + tag);
            lead.click("section[aria-labelledby=two-people] button");
            Page other = atTheDesk(browser, "caseworker", tag);
            other.navigate(STACK.http().base() + "/desk/reports/" + report.id());
            assertTrue(other.url().endsWith("/second"), other.url());
            browser.examine(other, "two-people-door-" + tag);
            other.locator("#reason").evaluate("field => field.removeAttribute('required')");
            other.click("form[action$='/second'] button");
            assertThat(other.locator("[role=alert]")).isVisible();
            other.fill("#reason", "A deadline is near.");
            other.click("form[action$='/second'] button");
            assertThat(other.locator("h1")).isVisible();
            lead.navigate(STACK.http().base() + "/desk/openings");
            browser.examine(lead, "two-people-requests-" + tag);
            lead.locator(".card", new Page.LocatorOptions().setHasText(report.reference()))
                    .locator("button")
                    .click();
            other.navigate(STACK.http().base() + "/desk/reports/" + report.id());
            assertThat(other.locator(".words").first()).containsText("people.");
            if (tag.equals("en")) {
                whatWasTypedStays(other, report);
            }
        }
    }
}

package org.amanet.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Stack;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.amanet.testing.Visitor;
import org.amanet.testing.Visitor.Seen;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An export from desk to authority, as browsers without scripts meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportPagesIT {
    private static final String RELATIVES = "a cousin by the old bridge";

    private final Stack stack = Stack.shared();
    private final Rows rows = new Rows(stack);

    private record Told(String id, String reference, String receipt) {}

    private Told told(String country) {
        Map<String, Object> report = Reports.whole("They want a list.", RELATIVES, country);
        report.put("desk", "north");
        Answer accepted = Reports.submitted(stack.http(), report);
        String reference = accepted.text("reference");
        String id = rows.text("select id from report where reference = ?", reference);
        return new Told(id, reference, accepted.text("receipt"));
    }

    private Visitor unlocked(String name) {
        Visitor visitor = new Visitor(stack);
        visitor.signIn(name, "/desk/vault").require(200);
        visitor.post(
                        "/desk/vault/session",
                        Map.of("passphrase", stack.passphrase(name), "then", "/desk/exports"))
                .require(200);
        return visitor;
    }

    private Visitor investigator(String name) {
        Visitor visitor = new Visitor(stack);
        visitor.signIn(name, "/authority").require(200);
        return visitor;
    }

    private String german() {
        return rows.text("select id from member where alias = ?", "investigator de");
    }

    private Map<String, String> wish(Told told) {
        return Map.of("recipient", german(), "profile", "POLICE_PROSECUTOR", "report", told.id());
    }

    /** Prepared by the caseworker; the export's own page. */
    private Seen prepared(Told told) {
        return unlocked("caseworker").post("/desk/exports/new", wish(told)).require(200);
    }

    private String idOf(Seen page) {
        String path = page.address().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String approved(Told told) {
        String id = idOf(prepared(told));
        unlocked("lead").post("/desk/exports/" + id + "/approval", Map.of()).require(200);
        return id;
    }

    private long openings(Told told) {
        return rows.count(
                "select count(*) from audit_entry where act = 'REPORT_OPENED' and report = ?",
                UUID.fromString(told.id()));
    }

    @Nested
    class Preparing {
        @Test
        void offersWhatOneHoldsAndOpensNothing() {
            Told told = told("DE");
            Visitor caseworker = unlocked("caseworker");
            Seen page = caseworker.get("/desk/exports/new?report=" + told.id()).require(200);
            Pattern ticked = Pattern.compile("value=\"" + told.id() + "\" checked");
            assertTrue(ticked.matcher(page.text()).find(), page.text());
            assertTrue(page.text().contains(told.reference()));
            assertTrue(page.text().contains("investigator de"));
            assertEquals(0, openings(told));
            Seen south = unlocked("lead-alternate").get("/desk/exports/new?report=" + told.id());
            assertFalse(south.require(200).text().contains(told.reference()));
        }

        @Test
        void somethingLeftOutIsSaidAndTheRestIsStillTicked() {
            Told told = told("DE");
            Seen page =
                    unlocked("caseworker")
                            .post(
                                    "/desk/exports/new/look",
                                    Map.of("recipient", german(), "report", told.id()));
            assertEquals(422, page.status());
            assertTrue(page.text().contains("role=\"alert\""));
            assertTrue(page.text().contains("value=\"" + told.id() + "\" checked"), page.text());
            assertTrue(page.text().contains("value=\"" + german() + "\" checked"), page.text());
        }

        @Test
        void lookingSaysWhatGoesWhatStaysAndWhy() {
            Told goes = told("DE");
            Seen page = unlocked("caseworker").post("/desk/exports/new/look", wish(goes));
            assertTrue(page.require(200).text().contains("under a pseudonym"), page.text());
            assertTrue(page.text().contains("relatives (there are entries"), page.text());
            assertFalse(page.text().contains(RELATIVES));
            assertFalse(page.text().contains("They want a list."));
            assertEquals(1, openings(goes));

            Told stays = told("FR");
            Seen other = unlocked("caseworker").post("/desk/exports/new/look", wish(stays));
            assertTrue(other.require(200).text().contains("allows it for another country"));
            assertFalse(other.text().contains("action=\"/desk/exports/new\""), "no way on");
            Seen forced = unlocked("caseworker").post("/desk/exports/new", wish(stays));
            assertEquals(422, forced.status());
        }
    }

    @Nested
    class Approving {
        @Test
        void secondPersonSeesTheConsentAndApproves() {
            Told told = told("DE");
            Seen own = prepared(told);
            assertFalse(own.text().contains("/approval"), "whoever prepared it has no button");
            Visitor lead = unlocked("lead");
            String path = "/desk/exports/" + idOf(own);
            Seen page = lead.get(path).require(200);
            assertTrue(page.text().contains(told.reference()));
            assertTrue(page.text().contains("given, for DE"), page.text());
            Seen done = lead.post(path + "/approval", Map.of()).require(200);
            assertEquals(path, done.address().getPath());
            assertTrue(done.text().contains("approved, waits for the investigator"), done.text());
            Seen late = lead.post(path + "/approval", Map.of());
            assertEquals(409, late.status());
            assertTrue(late.text().contains("Somebody was quicker"), late.text());
        }

        @Test
        void stoppedExportSaysSo() {
            Told told = told("DE");
            String path = "/desk/exports/" + idOf(prepared(told));
            stack.http().post("/api/v1/inbox/withdrawal", Map.of("receipt", told.receipt()));
            Seen page = unlocked("caseworker").get(path).require(200);
            assertTrue(page.text().contains("The package was destroyed"), page.text());
            assertEquals(404, unlocked("lead").get(path).status());
        }
    }

    @Nested
    class AtTheAuthority {
        private static final Pattern PULL =
                Pattern.compile("action=\"(/authority/exports/[^\"]+/package)\"");

        @Test
        void packageIsPulledAndAcknowledgedWithForms() {
            String id = approved(told("DE"));
            Visitor investigator = investigator("investigator-de");
            String path = "/authority/exports/" + id;
            Matcher pull = PULL.matcher(investigator.get("/authority").require(200).text());
            assertTrue(pull.results().anyMatch(one -> one.group(1).equals(path + "/package")));
            assertEquals(
                    405, investigator.get(path + "/package").status(), "looking pulls nothing");
            Seen download = investigator.post(path + "/package", Map.of()).require(200);
            assertTrue(download.text().startsWith("age-encryption.org/v1"));
            assertTrue(download.header("Content-Disposition").endsWith(".zip.age\""));
            Seen page = investigator.post(path + "/acknowledgement", Map.of()).require(200);
            assertEquals("/authority", page.address().getPath());
            assertFalse(page.text().contains(path + "/package"));
        }

        @Test
        void refusalIsGivenWithItsReason() {
            String id = approved(told("DE"));
            Visitor investigator = investigator("investigator-de");
            String path = "/authority/exports/" + id;
            investigator.post(path + "/package", Map.of()).require(200);
            assertEquals(400, investigator.post(path + "/refusal", Map.of()).status());
            Seen page = investigator.post(path + "/refusal", Map.of("reason", "UNREADABLE"));
            assertTrue(page.require(200).text().contains("Cannot be opened or verified"));
        }

        @Test
        void anotherStateSeesNothing() {
            stack.add(Account.investigator("investigator-be", "BE"));
            String id = approved(told("DE"));
            Visitor other = investigator("investigator-be");
            Seen page = other.get("/authority").require(200);
            assertFalse(page.text().contains(id));
            assertTrue(page.text().contains("No package waits for you"));
            Seen foreign = other.post("/authority/exports/" + id + "/package", Map.of());
            Seen nothing =
                    other.post("/authority/exports/" + UUID.randomUUID() + "/package", Map.of());
            assertEquals(404, foreign.status());
            assertEquals(nothing.text(), foreign.text());
        }

        @Test
        void keyIsRegisteredAndWaits() {
            stack.keycloak().add(List.of(Account.investigator("investigator-lu", "LU")));
            Visitor investigator = new Visitor(stack);
            Seen first = investigator.signIn("investigator-lu", "/authority").require(200);
            assertTrue(first.text().contains("age-keygen -o key.txt"));
            Seen wrong =
                    investigator.post(
                            "/authority/key",
                            Map.of("alias", "unit four", "recipient", "AGE-SECRET-KEY-1X"));
            assertEquals(422, wrong.status());
            assertTrue(wrong.text().contains("value=\"unit four\""), wrong.text());
            Seen right =
                    investigator.post(
                            "/authority/key",
                            Map.of(
                                    "alias",
                                    "unit four",
                                    "recipient",
                                    "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"));
            assertEquals("/authority", right.require(200).address().getPath());
            assertTrue(right.text().contains("Your key waits for a lead"), right.text());
        }
    }
}

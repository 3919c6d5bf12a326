package org.amanet.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;
import org.amanet.testing.Sending;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One walk through everything that people do here, and then the log: each act stands in it, in the
 * order in which it was done, with who did it, and nothing that anybody wrote.
 */
class EveryActIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Stack STACK = Stack.shared();
    private static final String COLLEAGUE = "every-act-colleague";

    /**
     * Shown elsewhere: by people turned away, by a database that lies, by the clock, by alarms, by
     * ceremonies about keys, between desks.
     */
    private static final Set<Act> ELSEWHERE =
            EnumSet.of(
                    Act.LOGIN_REFUSED,
                    Act.ACCESS_REFUSED,
                    Act.SEAL_BROKEN,
                    Act.DEADLINE_ESCALATED,
                    Act.ALARM_RAISED,
                    Act.ALARM_ANSWERED,
                    Act.READING_FAST,
                    Act.READING_STOPPED,
                    Act.READING_RELEASED,
                    Act.REPORT_PLANTED,
                    Act.SECOND_REQUIRED,
                    Act.SECOND_LIFTED,
                    Act.SECOND_ASKED,
                    Act.SECOND_GIVEN,
                    Act.EXPORT_WITHHELD,
                    Act.MARKS_COMPARED,
                    Act.PASSPHRASE_CHANGED,
                    Act.KEY_CHANGE_BEGUN,
                    Act.KEY_CHANGED,
                    Act.VOUCHING_WITHDRAWAL_ASKED,
                    Act.VOUCHING_WITHDRAWN,
                    Act.MEMBER_LEFT,
                    Act.CEREMONY_BEGUN,
                    Act.CEREMONY_APPROVED,
                    Act.CEREMONY_FILE_TAKEN,
                    Act.CEREMONY_ENDED,
                    Act.REPORT_REFERRED,
                    Act.REFERRAL_ENDED);

    private static final List<String> WORDS =
            List.of(
                    "zlatorog-account",
                    "zlatorog-relatives",
                    "zlatorog-note",
                    "zlatorog-paper",
                    "zlatorog-file",
                    "zlatorog-bytes",
                    "zlatorog-message",
                    "zlatorog-reply",
                    "zlatorog-reason",
                    "zlatorog-alias");

    private static final List<JsonNode> LOG = new ArrayList<>();
    private static final List<String> TRAIL = new ArrayList<>();

    @BeforeAll
    static void walk() throws IOException {
        Session lead = STACK.unlocked("lead");
        Session caseworker = STACK.unlocked("caseworker");
        String start =
                STACK.session("auditor")
                        .get("/api/v1/audit/verification")
                        .json()
                        .at("/head/seq")
                        .asText();
        enrol(lead);
        String receipt = work(lead, caseworker);
        Answer second = Reports.submitted(STACK.http(), whole());
        link(lead, caseworker, idOf(second));
        rotate(STACK.unlocked("lead-alternate"));
        export(lead, caseworker, idOf(second));
        allowNothingMore(second.text("receipt"));
        STACK.http().post("/api/v1/inbox/withdrawal", Map.of("receipt", receipt)).require(204);
        read(Long.parseLong(start));
    }

    private static Map<String, Object> whole() {
        Map<String, Object> report = Reports.whole("zlatorog-account", "zlatorog-relatives", "DE");
        report.put("desk", "north");
        return report;
    }

    private static UUID idOf(Answer submitted) {
        String query = "select id::text from report where reference = ?";
        return UUID.fromString(Database.text(STACK, query, submitted.text("reference")));
    }

    /** A new colleague: vault made, vouched for, a wrong passphrase, the right one, locked. */
    private static void enrol(Session lead) {
        STACK.add(Account.staff(COLLEAGUE, "caseworker", "north"));
        Session colleague = STACK.newSession(COLLEAGUE);
        colleague
                .post("/api/v1/vault/session", Map.of("passphrase", "zlatorog-not-the-one"))
                .require(403);
        colleague.unlock(STACK.passphrase(COLLEAGUE));
        colleague.delete("/api/v1/vault/session").require(204);
        String duty = "/api/v1/staff/members/" + memberId(COLLEAGUE) + "/duty";
        lead.put(duty, Map.of("onDuty", false)).require(204);
        lead.put("/api/v1/desk/notices", Map.of("way", "NONE")).require(204);
    }

    private static String memberId(String name) {
        return STACK.session(name).get("/api/v1/staff/me").json().at("/member/id").asText();
    }

    private static String work(Session lead, Session caseworker) {
        Answer submitted = Reports.submitted(STACK.http(), whole());
        String receipt = submitted.text("receipt");
        String path = "/api/v1/desk/reports/" + idOf(submitted);
        STACK.unlocked(COLLEAGUE).get(path).require(404);
        caseworker.post(path + "/notes", Map.of("text", "zlatorog-note")).require(201);
        Object paper = Map.of("kind", "STATEMENT", "basis", "OBSERVED", "text", "zlatorog-paper");
        caseworker
                .put(path + "/papers/" + UUID.randomUUID(), paper, "If-None-Match", "*")
                .require(200);
        caseworker.post("/api/v1/desk/searches", Map.of("text", "zlatorog-paper")).require(200);
        caseworker.post(path + "/messages", Map.of("text", "zlatorog-message")).require(201);
        Sending file =
                Sending.whole(STACK.http(), receipt, "zlatorog-file", "zlatorog-bytes".getBytes());
        String exhibit = path + "/exhibits/" + file.id();
        caseworker.get(exhibit + "/rendition").require(200);
        caseworker.post(exhibit + "/original", Map.of("reason", "zlatorog-reason")).require(200);
        caseworker
                .post(path + "/redactions", Map.of("marked", "[[zlatorog]]-account"))
                .require(201);
        caseworker.post(path + "/relatives", Map.of("reason", "zlatorog-reason")).require(200);
        put(lead, path, "status", Map.of("status", "ACKNOWLEDGED"));
        put(lead, path, "band", Map.of("band", "P0", "reason", "zlatorog-reason"));
        put(lead, path, "assignment", Map.of("member", memberId(COLLEAGUE)));
        put(lead, path, "assignment", Map.of("member", memberId("caseworker")));
        caseworker.post(path + "/recusal", Map.of()).require(204);
        STACK.http()
                .post("/api/v1/inbox/replies", Map.of("receipt", receipt, "text", "zlatorog-reply"))
                .require(204);
        allowNothingMore(receipt);
        return receipt;
    }

    /**
     * The same number in two reports: compared, asked about, declined; linked, undone, rejected.
     */
    private static void link(Session lead, Session caseworker, UUID first) {
        UUID second = idOf(Reports.submitted(STACK.http(), whole()));
        Map<String, Object> number =
                Map.of(
                        "type",
                        "SEL.TEL.PHONE",
                        "value",
                        "+8613812345678",
                        "whose",
                        "ACTOR",
                        "confidence",
                        "SURE");
        String path = "/api/v1/desk/reports/";
        String mine = path + first + "/selectors";
        JsonNode view = caseworker.post(mine, number).require(201).json();
        caseworker.post(path + second + "/selectors", number).require(201);
        String selector = mine + "/" + view.at("/selectors/0/id").asText();
        caseworker.post(selector + "/questions", Map.of("text", "zlatorog-question")).require(204);
        JsonNode asked = lead.get("/api/v1/desk/questions").require(200).json();
        for (JsonNode question : asked.path("received")) {
            lead.post(
                            "/api/v1/desk/questions/" + question.path("id").asText() + "/answer",
                            Map.of("propose", false, "text", "zlatorog-answer"))
                    .require(204);
        }
        decided(lead, first, second, "confirmation", Map.of());
        decided(lead, first, second, "undoing", Map.of("reason", "zlatorog-reason"));
        decided(lead, first, second, "rejection", Map.of());
        lead.get("/api/v1/desk/patterns").require(200);
        caseworker.delete(selector).require(204);
    }

    /** What becomes of the link between the two; one is proposed where there is none. */
    private static void decided(
            Session lead, UUID first, UUID second, String what, Map<String, Object> body) {
        String path = "/api/v1/desk/reports/" + first + "/links";
        if (!what.equals("undoing")) {
            lead.post(path, Map.of("other", second)).require(201);
        }
        for (JsonNode link : lead.get(path).require(200).json().path("links")) {
            if (link.path("state").asText().matches("PROPOSED|CONFIRMED")) {
                String id = link.path("id").asText();
                lead.post("/api/v1/desk/links/" + id + "/" + what, body).require(204);
            }
        }
    }

    private static void rotate(Session lead) {
        lead.post("/api/v1/desk/index/rotation", Map.of()).require(200);
        lead.post("/api/v1/desk/index/rotation/steps", Map.of("limit", 200)).require(200);
    }

    private static void allowNothingMore(String receipt) {
        Object least = Map.of("C0", Map.of("granted", true));
        STACK.http()
                .post(
                        "/api/v1/inbox/consent",
                        Map.of("receipt", receipt, "language", "en", "consent", least))
                .require(204);
    }

    private static void put(Session session, String path, String thing, Object body) {
        String tag = session.get(path).require(200).header("ETag");
        session.put(path + "/" + thing, body, "If-Match", tag).require(200);
    }

    /** Three exports of one report: acknowledged, refused, stopped by a change of consent. */
    private static void export(Session lead, Session caseworker, UUID report) {
        Session investigator = STACK.session("investigator-de");
        String acknowledged = approved(lead, caseworker, report);
        investigator.get(acknowledged + "/package").require(200);
        investigator.post(acknowledged + "/acknowledgement", Map.of()).require(204);
        String refused = approved(lead, caseworker, report);
        investigator.get(refused + "/package").require(200);
        investigator.post(refused + "/refusal", Map.of("reason", "TOO_LITTLE")).require(204);
        approved(lead, caseworker, report);
    }

    private static String approved(Session lead, Session caseworker, UUID report) {
        Map<String, Object> wish =
                Map.of(
                        "recipient",
                        memberId("investigator-de"),
                        "profile",
                        "POLICE_PROSECUTOR",
                        "reports",
                        List.of(report));
        Answer prepared = caseworker.post("/api/v1/exports", wish).require(201);
        String path = "/api/v1/exports/" + prepared.json().at("/export/id").asText();
        lead.post(path + "/approval", Map.of()).require(200);
        return path;
    }

    private static void read(long start) throws IOException {
        String log = STACK.session("auditor").get("/api/v1/audit/log").require(200).text();
        for (String line : log.split("\n")) {
            JsonNode entry = JSON.readTree(line).path("entry");
            if (entry.path("seq").asLong() > start) {
                LOG.add(entry);
                TRAIL.add(entry.path("by").asText() + " " + entry.path("act").asText());
            }
        }
    }

    @Test
    void everyActOfTheListStandsInTheLog() {
        Set<Act> missing = EnumSet.allOf(Act.class);
        missing.removeAll(ELSEWHERE);
        LOG.forEach(entry -> missing.remove(Act.valueOf(entry.path("act").asText())));
        assertEquals(Set.of(), missing);
    }

    @Test
    void eachStandsThereWithWhoDidItInTheOrderOfTheWalk() {
        List<String> walk =
                List.of(
                        "CASEWORKER VAULT_ENROLLED",
                        "LEAD MEMBER_VOUCHED",
                        "CASEWORKER VAULT_REFUSED",
                        "CASEWORKER VAULT_UNLOCKED",
                        "CASEWORKER VAULT_LOCKED",
                        "LEAD DUTY_CHANGED",
                        "LEAD NOTICES_CHANGED",
                        "REPORTER REPORT_RECEIVED",
                        "CASEWORKER OPENING_REFUSED",
                        "CASEWORKER NOTE_ADDED",
                        "CASEWORKER MESSAGE_SENT",
                        "REPORTER EXHIBIT_RECEIVED",
                        "CASEWORKER COPY_OPENED",
                        "CASEWORKER EXHIBIT_OPENED",
                        "CASEWORKER REDACTION_MADE",
                        "CASEWORKER RELATIVES_OPENED",
                        "LEAD REPORT_OPENED",
                        "LEAD STATUS_CHANGED",
                        "LEAD BAND_CHANGED",
                        "LEAD GRANT_MADE",
                        "LEAD REPORT_ASSIGNED",
                        "LEAD GRANT_REMOVED",
                        "CASEWORKER CONFLICT_DECLARED",
                        "REPORTER REPLY_RECEIVED",
                        "REPORTER CONSENT_CHANGED",
                        "REPORTER REPORT_RECEIVED",
                        "CASEWORKER SELECTOR_ADDED",
                        "CASEWORKER SELECTORS_MATCHED",
                        "CASEWORKER LINK_ASKED",
                        "LEAD LINK_DECLINED",
                        "LEAD LINK_PROPOSED",
                        "LEAD LINK_CONFIRMED",
                        "LEAD LINK_UNDONE",
                        "LEAD LINK_REJECTED",
                        "LEAD PATTERNS_READ",
                        "CASEWORKER SELECTOR_WITHDRAWN",
                        "LEAD INDEX_ROTATED",
                        "CASEWORKER EXPORT_PREPARED",
                        "LEAD EXPORT_APPROVED",
                        "INVESTIGATOR EXPORT_PULLED",
                        "INVESTIGATOR EXPORT_ACKNOWLEDGED",
                        "INVESTIGATOR EXPORT_REFUSED",
                        "SYSTEM EXPORT_STOPPED",
                        "REPORTER REPORT_WITHDRAWN",
                        "AUDITOR AUDIT_READ");
        int at = 0;
        for (String step : walk) {
            int found = TRAIL.subList(at, TRAIL.size()).indexOf(step);
            assertTrue(found >= 0, step + " does not follow in " + TRAIL);
            at += found + 1;
        }
    }

    @Test
    void nothingThatAnybodyWroteIsInIt() {
        String all = LOG.toString();
        WORDS.forEach(word -> assertFalse(all.contains(word), word));
        assertFalse(all.contains("zlatorog"), all);
    }

    @Test
    void whatReportersDidIsThereToTheHourOnly() {
        LOG.stream()
                .filter(entry -> entry.path("by").asText().equals("REPORTER"))
                .forEach(
                        entry -> {
                            assertTrue(entry.path("at").asText().endsWith(":00:00Z"));
                            assertTrue(entry.path("actor").isNull());
                        });
    }

    @Test
    void everythingThatStaffDidNamesTheMember() {
        Set<String> staff = Set.of("CASEWORKER", "LEAD", "INVESTIGATOR", "AUDITOR");
        LOG.stream()
                .filter(entry -> staff.contains(entry.path("by").asText()))
                .forEach(entry -> assertFalse(entry.path("actor").isNull(), entry.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/desk/reports",
                "/api/v1/staff/me",
                "/api/v1/staff/members",
                "/api/v1/exports"
            })
    void theAuditorSeesNothingElse(String path) {
        STACK.session("auditor").get(path).require(403);
    }

    /** Each refusal is written apart from the request that met it; a crowd must not lock itself. */
    @Test
    void aCrowdThatIsRefusedIsRefusedAtOnce() throws Exception {
        Session caseworker = STACK.unlocked("caseworker");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> crowd = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String path = "/api/v1/desk/reports/" + UUID.randomUUID();
                crowd.add(() -> caseworker.get(path).status());
            }
            for (Future<Integer> status : threads.invokeAll(crowd)) {
                assertEquals(404, status.get());
            }
        }
    }
}

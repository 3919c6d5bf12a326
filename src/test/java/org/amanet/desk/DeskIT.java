package org.amanet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.reports.Status;
import org.amanet.testing.Desks;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk, asked by everybody, the least privileged first. */
class DeskIT {
    private static final Stack STACK = Stack.shared();
    private static final String QUEUE = "/api/v1/desk/reports";

    /** Another caseworker of the same desk, so that there is somebody to give things to. */
    private static final String COLLEAGUE = "desk-colleague";

    @BeforeAll
    static void aColleague() {
        STACK.add(Account.staff(COLLEAGUE, "caseworker", "north"));
    }

    private static Session lead() {
        return STACK.unlocked("lead");
    }

    private static Session caseworker() {
        return STACK.unlocked("caseworker");
    }

    private static Session colleague() {
        return STACK.unlocked(COLLEAGUE);
    }

    private static String memberId(String name) {
        return STACK.session(name).get("/api/v1/staff/me").json().at("/member/id").asText();
    }

    private static Filed filed(String account) {
        return Filed.of(STACK, Reports.saying(account));
    }

    private static Filed filed(String account, Map<String, Object> more) {
        Map<String, Object> report = Reports.saying(account);
        report.putAll(more);
        return Filed.of(STACK, report);
    }

    private static List<JsonNode> items(Answer queue) {
        JsonNode items = queue.require(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static List<JsonNode> queue(Session session, String query) {
        List<JsonNode> rows = new ArrayList<>();
        String next = QUEUE + "?" + query;
        while (next != null) {
            Answer page = session.get(next);
            rows.addAll(items(page));
            next = following(page);
        }
        return rows;
    }

    private static String following(Answer page) {
        Matcher link = Pattern.compile("<(.*)>; rel=\"next\"").matcher(page.header("Link"));
        return link.matches() ? link.group(1) : null;
    }

    private static boolean lists(List<JsonNode> rows, Filed report) {
        return rows.stream()
                .anyMatch(row -> row.path("id").asText().equals(report.id().toString()));
    }

    /** Every route of a report but the first, with a body that would do. */
    static Stream<Route> changes() {
        return Stream.of(
                new Route("POST", "relatives", Map.of("reason", "Because.")),
                new Route("POST", "notes", Map.of("text", "A note.")),
                new Route("POST", "messages", Map.of("text", "A message.")),
                new Route("POST", "recusal", Map.of()),
                new Route("PUT", "status", Map.of("status", "ACKNOWLEDGED")),
                new Route("PUT", "band", Map.of("band", "P1", "reason", "Because.")),
                new Route("PUT", "assignment", Map.of("checked", false)));
    }

    record Route(String method, String thing, Map<String, Object> body) {
        Answer by(Session session, String id) {
            String path = QUEUE + "/" + id + "/" + thing;
            return method.equals("PUT")
                    ? session.put(path, body, "If-Match", "\"v0\"")
                    : session.post(path, body);
        }

        int byNobody(String id) {
            String path = QUEUE + "/" + id + "/" + thing;
            return method.equals("PUT")
                    ? STACK.http().put(path, body, "If-Match", "\"v0\"").status()
                    : STACK.http().post(path, body).status();
        }

        @Override
        public String toString() {
            return method + " " + thing;
        }
    }

    @Nested
    class AsAnOutsider {
        @Test
        void nothingIsShownAndNothingIsChanged() {
            Filed report = filed("For an outsider.");
            assertEquals(401, STACK.http().get(QUEUE).status());
            assertEquals(401, STACK.http().get(report.path()).status());
            changes().forEach(route -> assertEquals(401, route.byNobody(report.id().toString())));
            assertEquals(List.of("REPORT_RECEIVED"), report.acts());
        }
    }

    @Nested
    class AsSomebodyWhoIsNotOfADesk {
        @ParameterizedTest
        @ValueSource(strings = {"auditor", "investigator-de"})
        void isForbidden(String name) {
            Filed report = filed("For " + name);
            Session session = STACK.session(name);
            assertEquals(403, session.get(QUEUE).status());
            assertEquals(403, report.openedBy(session).status());
            changes()
                    .forEach(
                            route ->
                                    assertEquals(
                                            403,
                                            route.by(session, report.id().toString()).status()));
        }
    }

    @Nested
    class WithALockedVault {
        @Test
        void isToldToUnlockIt() {
            Filed report = filed("Locked.");
            Session session = STACK.newSession("caseworker");
            assertEquals("vault-locked", problem(session.get(QUEUE), 403));
            assertEquals("vault-locked", problem(report.openedBy(session), 403));
        }
    }

    @Nested
    class AsACaseworkerWithoutAGrant {
        private final Filed report =
                filed(
                        "Not for the caseworker.",
                        Map.of("exclude", List.of(memberId("caseworker"))));

        @Test
        void whoWasLeftOutGetsNoGrantFromTheFirstDay() {
            assertTrue(lists(queue(lead(), "limit=200"), report));
            assertFalse(lists(queue(caseworker(), "limit=200"), report));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1b4e28ba-2fa1-41d2-883f-0016d3cca427", "not-an-id", "1-2-3-4-5"})
        void notYoursAndDoesNotExistAreOneAnswer(String nobodys) {
            Answer yours = report.openedBy(caseworker()).require(404);
            Answer nothing = caseworker().get(QUEUE + "/" + nobodys).require(404);
            assertEquals(nothing.text(), yours.text());
            assertEquals(headers(nothing), headers(yours));
        }

        /** The vault's token is renewed by the clock, whatever was asked for. */
        private static Set<String> headers(Answer answer) {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(answer.headers().map().keySet());
            names.remove("Vault-Token");
            return names;
        }

        @ParameterizedTest
        @MethodSource("org.amanet.desk.DeskIT#changes")
        void cannotChangeItEither(Route route) {
            Answer yours = route.by(caseworker(), report.id().toString()).require(404);
            Answer nothing = route.by(caseworker(), UUID.randomUUID().toString()).require(404);
            Answer malformed = route.by(caseworker(), "not-an-id").require(404);
            assertEquals(nothing.text(), yours.text());
            assertEquals(malformed.text(), yours.text());
        }

        @Test
        void theTryStandsInTheLog() {
            report.openedBy(caseworker()).require(404);
            JsonNode last = report.log().getLast();
            assertEquals("OPENING_REFUSED", last.path("act").asText());
            assertEquals(memberId("caseworker"), last.path("actor").asText());
        }

        @Test
        void nobodyCanGiveItToThem() {
            Map<String, Object> wish = Map.of("member", memberId("caseworker"), "checked", true);
            assertEquals("member-excluded", problem(report.put(lead(), "assignment", wish), 409));
            report.openedBy(caseworker()).require(404);
        }
    }

    @Nested
    class WhenAnInsiderIsInvolved {
        private final Filed report = filed("About an insider.", Map.of("insider", true));

        @Test
        void onlyTheAlternateDesksLeadKnowsOfIt() {
            for (Session north : List.of(lead(), caseworker())) {
                assertFalse(lists(queue(north, "limit=200"), report));
                assertFalse(lists(queue(north, "status=RESTRICTED&limit=200"), report));
                report.openedBy(north).require(404);
            }
            Session south = STACK.unlocked("lead-alternate");
            assertTrue(lists(queue(south, "status=RESTRICTED&limit=200"), report));
            assertEquals(
                    "RESTRICTED",
                    report.openedBy(south).require(200).json().at("/standing/status").asText());
        }

        @Test
        void itCannotBeGivenToTheFirstDesk() {
            Session south = STACK.unlocked("lead-alternate");
            Map<String, Object> wish = Map.of("member", memberId("lead"), "checked", true);
            assertEquals("invalid-request", problem(report.put(south, "assignment", wish), 400));
        }
    }

    @Nested
    class AsACaseworker {
        @Test
        void theRowHoldsNoMoreThanItMay() {
            Filed report =
                    Filed.of(STACK, Reports.whole("Secret words.", "Secret relatives.", "DE"));
            JsonNode row =
                    queue(caseworker(), "limit=200").stream()
                            .filter(item -> item.path("id").asText().equals(report.id().toString()))
                            .findFirst()
                            .orElseThrow();
            Set<String> names = new LinkedHashSet<>();
            row.fieldNames().forEachRemaining(names::add);
            assertEquals(
                    Set.of(
                            "id",
                            "reference",
                            "band",
                            "rules",
                            "dueAt",
                            "stage",
                            "language",
                            "readHere",
                            "country",
                            "size",
                            "unread",
                            "assignee",
                            "mine",
                            "status",
                            "touchedHour"),
                    names);
            assertEquals(report.reference(), row.path("reference").asText());
            assertEquals("P1", row.path("band").asText());
            assertEquals(
                    List.of("DANGER.SOON", "URG.FAM.DETAINED_30D"),
                    StreamSupport.stream(row.path("rules").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
            assertEquals("DE", row.path("country").asText());
            assertTrue(row.path("unread").asBoolean());
            assertEquals(0, row.path("touchedHour").asText().indexOf("20"));
            assertTrue(row.path("touchedHour").asText().endsWith(":00:00Z"));
        }

        @Test
        void lookingAtTheQueueOpensNothing() {
            Filed report = filed("Only listed.");
            queue(caseworker(), "limit=200");
            assertEquals(List.of("REPORT_RECEIVED"), report.acts());
            assertEquals(0, report.inbox().path("openings").size());
        }

        @Test
        void openingIsSeenByTheReporterAndReadsWhatIsNew() {
            Filed report = Filed.of(STACK, Reports.whole("What happened.", "The mother.", "DE"));
            JsonNode seen = report.openedBy(caseworker()).require(200).json();
            assertEquals("What happened.", seen.at("/account/account").asText());
            assertTrue(seen.path("hasRelatives").asBoolean());
            assertFalse(seen.toString().contains("The mother."));
            assertTrue(report.openedBy(caseworker()).json().at("/standing/unread").isBoolean());
            assertFalse(report.openedBy(caseworker()).json().at("/standing/unread").asBoolean());
            JsonNode opening = report.inbox().at("/openings/0");
            assertEquals("REPORT_OPENED", opening.path("act").asText());
            assertEquals("CASEWORKER", opening.path("by").asText());
        }

        @Test
        void relativesNeedASecondActAndAReason() {
            Filed report = Filed.of(STACK, Reports.whole("What happened.", "The mother.", "DE"));
            assertEquals(
                    "invalid-request",
                    problem(report.post(caseworker(), "relatives", Map.of("reason", " ")), 400));
            assertFalse(report.acts().contains("RELATIVES_OPENED"));
            Answer relatives =
                    report.post(caseworker(), "relatives", Map.of("reason", "She may be taken."));
            assertEquals("The mother.", relatives.require(200).text("relatives"));
            assertTrue(report.acts().contains("RELATIVES_OPENED"));
            JsonNode note = report.openedBy(caseworker()).json().at("/notes/0");
            assertEquals("RELATIVES", note.path("about").asText());
            assertEquals("She may be taken.", note.path("text").asText());
            assertTrue(report.inbox().path("openings").toString().contains("RELATIVES_OPENED"));
        }

        @Test
        void anAnswerReachesTheReporterAndANoteDoesNot() {
            Filed report = filed("Please answer.");
            report.post(caseworker(), "notes", Map.of("text", "A note for us.")).require(201);
            report.post(caseworker(), "messages", Map.of("text", "An answer for you."))
                    .require(201);
            JsonNode inbox = report.inbox();
            assertEquals("An answer for you.", inbox.at("/messages/0/text").asText());
            assertEquals("DESK", inbox.at("/messages/0/author").asText());
            assertFalse(inbox.toString().contains("A note for us."));
            JsonNode seen = report.openedBy(colleague()).json();
            assertEquals("A note for us.", seen.at("/notes/0/text").asText());
            assertTrue(report.acts().containsAll(List.of("NOTE_ADDED", "MESSAGE_SENT")));
        }

        @Test
        void whoDoesNotWantAnAnswerGetsNone() {
            Map<String, Object> no = Map.of("consent", Map.of("C0", Map.of("granted", true)));
            Filed report = filed("Do not answer.", no);
            Answer refused = report.post(caseworker(), "messages", Map.of("text", "Hello."));
            assertEquals("consent-missing", problem(refused, 422));
            assertEquals(0, report.inbox().path("messages").size());
            assertFalse(report.acts().contains("MESSAGE_SENT"));
        }

        @Test
        void aReplyIsNewAgainAndMakesWhatWasSeenOld() {
            Filed report = filed("First.");
            String before = report.tag(caseworker());
            report.reply("Second.").require(204);
            assertTrue(
                    queue(caseworker(), "unread=true&limit=200").stream()
                            .anyMatch(
                                    row -> row.path("id").asText().equals(report.id().toString())));
            Answer late =
                    caseworker()
                            .put(
                                    report.path() + "/status",
                                    Map.of("status", "ACKNOWLEDGED"),
                                    "If-Match",
                                    before);
            assertEquals("precondition-failed", problem(late, 412));
            report.move(caseworker(), "ACKNOWLEDGED").require(200);
        }

        @Test
        void lookingDoesNotMakeWhatOthersSawOld() {
            Filed report = filed("Looked at.");
            String mine = report.tag(caseworker());
            assertEquals(mine, report.tag(colleague()));
            assertEquals(mine, report.tag(lead()));
        }

        @Test
        void theTableOfStatusesIsEnforced() {
            Filed report = filed("Through all statuses.");
            for (String next :
                    List.of(
                            "ACKNOWLEDGED",
                            "IN_TRIAGE",
                            "ACTIVE",
                            "READY_EXPORT",
                            "EXPORTED",
                            "FOLLOW_UP",
                            "CLOSED",
                            "ACTIVE",
                            "REFERRED",
                            "CLOSED")) {
                JsonNode standing = report.openedBy(caseworker()).json().path("standing");
                Status now = Status.valueOf(standing.path("status").asText());
                Arrays.stream(Status.values())
                        .filter(status -> !now.allows(status))
                        .forEach(
                                status ->
                                        assertEquals(
                                                "illegal-transition",
                                                problem(
                                                        report.move(caseworker(), status.name()),
                                                        409),
                                                now + " to " + status));
                Answer moved = report.move(caseworker(), next).require(200);
                assertEquals(next, moved.text("status"));
                assertNotEquals("", moved.header("ETag"));
            }
            assertEquals("REFERRED to CLOSED", report.log().getLast().path("detail").asText());
        }

        @Test
        void aChangeSaysWhichVersionItIsOf() {
            Filed report = filed("Versions.");
            Map<String, Object> wish = Map.of("status", "ACKNOWLEDGED");
            String path = report.path() + "/status";
            assertEquals("precondition-required", problem(caseworker().put(path, wish), 428));
            for (String tag : List.of("*", "\"v99\"", "\"v999999999999\"", "W/\"v0\"", "v0")) {
                Answer answer = caseworker().put(path, wish, "If-Match", tag);
                assertEquals("precondition-failed", problem(answer, 412), tag);
            }
            Answer first = report.move(caseworker(), "ACKNOWLEDGED").require(200);
            caseworker()
                    .put(path, Map.of("status", "IN_TRIAGE"), "If-Match", first.header("ETag"))
                    .require(200);
        }

        @Test
        void anotherBandNeedsAReasonAndTheFirstStaysInTheLog() {
            Filed report = filed("Only a little, but in words enough.");
            for (String reason : List.of("", "  ")) {
                Map<String, Object> wish = Map.of("band", "P0", "reason", reason);
                assertEquals(
                        "invalid-request", problem(report.put(caseworker(), "band", wish), 400));
            }
            assertEquals(400, report.put(caseworker(), "band", Map.of("band", "P0")).status());
            Map<String, Object> wish = Map.of("band", "P0", "reason", "A date was named.");
            Answer changed = report.put(caseworker(), "band", wish).require(200);
            assertEquals("P0", changed.text("band"));
            JsonNode seen = report.openedBy(caseworker()).json();
            assertEquals("P3", seen.at("/triage/band").asText());
            assertEquals("BAND", seen.at("/notes/0/about").asText());
            assertEquals("A date was named.", seen.at("/notes/0/text").asText());
            assertTrue(
                    report.log().stream()
                            .anyMatch(line -> line.path("detail").asText().equals("P3 to P0")));
            assertFalse(report.log().toString().contains("A date was named."));
        }

        @Test
        void takesWhatNobodyHasAndGivesBackWhatIsTheirs() {
            Filed report = filed("To be taken.");
            Map<String, Object> toMe = Map.of("member", memberId("caseworker"));
            Answer taken = report.put(caseworker(), "assignment", toMe).require(200);
            assertTrue(taken.json().path("mine").asBoolean());
            assertTrue(lists(queue(caseworker(), "assignee=me&limit=200"), report));
            assertFalse(lists(queue(caseworker(), "assignee=none&limit=200"), report));
            Map<String, Object> toColleague = Map.of("member", memberId(COLLEAGUE));
            assertEquals(
                    "forbidden", problem(report.put(caseworker(), "assignment", toColleague), 403));
            assertEquals(
                    "forbidden", problem(report.put(colleague(), "assignment", toColleague), 403));
            report.put(caseworker(), "assignment", Map.of()).require(200);
            report.openedBy(caseworker()).require(404);
            assertTrue(lists(queue(lead(), "assignee=none&limit=200"), report));
        }

        @Test
        void whoDeclaresAConflictLosesItAndNeverGetsItBack() {
            Filed report = filed("Somebody I know.");
            report.post(colleague(), "recusal", Map.of()).require(204);
            report.openedBy(colleague()).require(404);
            assertFalse(lists(queue(colleague(), "limit=200"), report));
            assertTrue(report.acts().containsAll(List.of("CONFLICT_DECLARED", "GRANT_REMOVED")));
            Map<String, Object> back = Map.of("member", memberId(COLLEAGUE), "checked", true);
            assertEquals("member-excluded", problem(report.put(lead(), "assignment", back), 409));
        }
    }

    @Nested
    class AsALead {
        @Test
        void givingMakesAGrantAndTakingRemovesIt() {
            Filed report =
                    filed("A name in words.", Map.of("excludeText", "The one with the beard."));
            report.openedBy(caseworker()).require(404);
            Map<String, Object> wish = new HashMap<>(Map.of("member", memberId("caseworker")));
            Answer unchecked = report.put(lead(), "assignment", wish);
            assertEquals("exclusion-unchecked", problem(unchecked, 409));
            report.openedBy(caseworker()).require(404);
            wish.put("checked", true);
            report.put(lead(), "assignment", wish).require(200);
            assertEquals(
                    "A name in words.",
                    report.openedBy(caseworker())
                            .require(200)
                            .json()
                            .at("/account/account")
                            .asText());
            wish.put("member", memberId("lead"));
            report.put(lead(), "assignment", wish).require(200);
            report.openedBy(caseworker()).require(404);
            assertTrue(
                    report.acts()
                            .containsAll(
                                    List.of("REPORT_ASSIGNED", "GRANT_MADE", "GRANT_REMOVED")));
        }

        @Test
        void givesOnlyToVouchedColleaguesOfTheDesk() {
            Filed report = filed("For colleagues.");
            for (String other : List.of("lead-alternate", "investigator-de")) {
                Map<String, Object> wish = Map.of("member", memberId(other), "checked", true);
                assertEquals(
                        "invalid-request", problem(report.put(lead(), "assignment", wish), 400));
            }
            Map<String, Object> nobody = Map.of("member", UUID.randomUUID());
            assertEquals("invalid-request", problem(report.put(lead(), "assignment", nobody), 400));
        }

        @Test
        void theLastWhoCanOpenItCannotLeave() {
            List<String> others = new ArrayList<>(Desks.holders(STACK, "north"));
            others.remove(memberId("lead"));
            Filed report = filed("Alone.", Map.of("exclude", others));
            assertEquals("last-holder", problem(report.post(lead(), "recusal", Map.of()), 409));
            report.openedBy(lead()).require(200);
            assertFalse(report.acts().contains("CONFLICT_DECLARED"));
        }
    }

    @Nested
    class WhenSeveralDecideAtOnce {
        @ParameterizedTest
        @ValueSource(ints = {2, 16})
        void oneStatusStands(int people) throws Exception {
            Filed report = filed("Raced for.");
            String tag = report.tag(caseworker());
            List<Answer> answers =
                    race(
                            people,
                            i ->
                                    caseworker()
                                            .put(
                                                    report.path() + "/status",
                                                    Map.of(
                                                            "status",
                                                            i % 2 == 0
                                                                    ? "ACKNOWLEDGED"
                                                                    : "IN_TRIAGE"),
                                                    "If-Match",
                                                    tag));
            assertOneWon(answers);
            assertEquals(1, count(report, "STATUS_CHANGED"));
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 16})
        void oneBandStandsAlthoughAllWantTheSame(int people) throws Exception {
            Filed report = filed("Raced for its band, in enough words.");
            String tag = report.tag(lead());
            List<Answer> answers =
                    race(
                            people,
                            i ->
                                    lead().put(
                                                    report.path() + "/band",
                                                    Map.of("band", "P3", "reason", "Reason " + i),
                                                    "If-Match",
                                                    tag));
            assertOneWon(answers);
            assertEquals(1, report.openedBy(lead()).json().path("notes").size());
            assertEquals(1, count(report, "BAND_CHANGED"));
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 16})
        void oneAssignmentStands(int people) throws Exception {
            Filed report = filed("Raced for its holder.");
            String tag = report.tag(lead());
            List<String> members = List.of(memberId("caseworker"), memberId(COLLEAGUE));
            List<Answer> answers =
                    race(
                            people,
                            i ->
                                    lead().put(
                                                    report.path() + "/assignment",
                                                    Map.of("member", members.get(i % 2)),
                                                    "If-Match",
                                                    tag));
            assertOneWon(answers);
            assertEquals(1, count(report, "REPORT_ASSIGNED"));
        }

        @Test
        void noNoteAndNoReplyIsLostAndNobodyIsRefused() throws Exception {
            Filed report = filed("Written to by all.");
            List<Answer> answers =
                    race(
                            12,
                            i ->
                                    i % 3 == 0
                                            ? report.reply("Reply " + i)
                                            : report.post(
                                                    i % 3 == 1 ? caseworker() : lead(),
                                                    "notes",
                                                    Map.of("text", "Note " + i)));
            answers.forEach(answer -> assertTrue(answer.status() / 100 == 2, answer.text()));
            JsonNode seen = report.openedBy(lead()).json();
            assertEquals(8, seen.path("notes").size());
            assertEquals(4, seen.path("messages").size());
        }

        @Test
        void withdrawalGoesThroughWhateverTheDeskDoes() throws Exception {
            Filed report = filed("Taken back.");
            List<Answer> answers =
                    race(
                            8,
                            i ->
                                    i == 0
                                            ? STACK.http()
                                                    .post(
                                                            "/api/v1/inbox/withdrawal",
                                                            Map.of("receipt", report.receipt()))
                                            : report.post(
                                                    lead(), "notes", Map.of("text", "Note " + i)));
            assertEquals(204, answers.getFirst().status(), answers.getFirst().text());
            answers.forEach(answer -> assertTrue(answer.status() < 500, answer.text()));
            report.openedBy(lead()).require(404);
            assertFalse(lists(queue(lead(), "status=WITHDRAWN&limit=200"), report));
        }

        private static void assertOneWon(List<Answer> answers) {
            assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
            answers.stream()
                    .filter(answer -> answer.status() != 200)
                    .forEach(answer -> assertEquals("precondition-failed", problem(answer, 412)));
        }

        private static long count(Filed report, String act) {
            return report.acts().stream().filter(act::equals).count();
        }
    }

    @Nested
    class PageByPage {
        @Test
        void filtersNarrowItDown() {
            Filed report =
                    filed(
                            "In German, from Luxembourg.",
                            Map.of(
                                    "language", "de",
                                    "danger", "NOW",
                                    "where", "LU",
                                    "routeByCountry", true));
            for (String query :
                    List.of(
                            "band=P0",
                            "status=NEW",
                            "country=LU",
                            "language=de",
                            "assignee=none",
                            "unread=true",
                            "")) {
                assertTrue(lists(queue(lead(), query + "&limit=200"), report), query);
            }
            for (String query :
                    List.of(
                            "band=P1",
                            "status=CLOSED",
                            "country=DE",
                            "country=none",
                            "language=ug",
                            "assignee=me",
                            "assignee=" + memberId("caseworker"),
                            "unread=false")) {
                assertFalse(lists(queue(lead(), query + "&limit=200"), report), query);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "band=P9", "status=new", "country=d", "country=DEU", "language=%2e",
                    "assignee=you", "unread=maybe", "stage=LATE", "after=x", "after=UDB8MXwy",
                    "limit=ten"
                })
        void whatCannotBeReadIsRefusedAndNotIgnored(String query) {
            Answer answer = lead().get(QUEUE + "?" + query);
            assertEquals("invalid-request", problem(answer, 400));
            String name = query.substring(0, query.indexOf('='));
            assertTrue(answer.text().contains("\"/" + name + "\""), answer.text());
        }

        @Test
        void whatIsClosedOrPutAsideIsShownToWhoeverAsksForIt() {
            Filed closed = filed("Soon closed.");
            closed.move(lead(), "ACKNOWLEDGED").require(200);
            closed.move(lead(), "CLOSED").require(200);
            Filed aside = filed("Soon put aside.");
            aside.move(lead(), "QUARANTINED").require(200);
            aside.reply("What a person decided stays decided.");
            List<JsonNode> open = queue(lead(), "limit=200");
            assertFalse(lists(open, closed) || lists(open, aside));
            assertTrue(lists(queue(lead(), "status=CLOSED&limit=200"), closed));
            assertTrue(lists(queue(lead(), "status=QUARANTINED&limit=200"), aside));
        }

        @Test
        void theWorstComeFirstThenWhatIsNewThenWhatIsDue() {
            filed("Now.", Map.of("danger", "NOW"));
            filed("Unsure.", Map.of("danger", "UNSURE"));
            filed("Read.", Map.of("danger", "NOW")).openedBy(lead()).require(200);
            List<String> keys =
                    queue(lead(), "limit=7").stream()
                            .map(
                                    row ->
                                            row.path("band").asText()
                                                    + !row.path("unread").asBoolean()
                                                    + row.path("dueAt").asText())
                            .toList();
            assertEquals(keys.stream().sorted().toList(), keys);
        }

        @Test
        void noRowIsShownTwiceOrSkippedWhileOthersComeIn() throws Exception {
            Map<String, Object> austria = Map.of("where", "AT", "routeByCountry", true);
            Set<String> before = new LinkedHashSet<>();
            for (int i = 0; i < 10; i++) {
                before.add(filed("Before.", austria).id().toString());
            }
            List<String> seen = new ArrayList<>();
            String next = QUEUE + "?country=AT&limit=3";
            while (next != null) {
                Answer page = lead().get(next);
                assertTrue(items(page).size() <= 3);
                items(page).forEach(row -> seen.add(row.path("id").asText()));
                next = following(page);
                filed("In between.", austria);
            }
            assertEquals(Set.copyOf(seen).size(), seen.size(), "a row was shown twice");
            assertTrue(seen.containsAll(before), "a row was skipped");
        }

        @Test
        void aPageIsBoundedWhateverIsAsked() {
            for (int i = 0; i < 3; i++) {
                filed("Bounded.");
            }
            assertEquals(1, items(lead().get(QUEUE + "?limit=0")).size());
            assertEquals(1, items(lead().get(QUEUE + "?limit=-5")).size());
            assertTrue(items(lead().get(QUEUE + "?limit=100000")).size() <= 200);
        }
    }

    private static String problem(Answer answer, int status) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        String type = answer.text("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private interface Act {
        Answer of(int person);
    }

    private static List<Answer> race(int people, Act act) throws Exception {
        CountDownLatch ready = new CountDownLatch(people);
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Callable<Answer>> acts =
                    IntStream.range(0, people)
                            .mapToObj(
                                    i ->
                                            (Callable<Answer>)
                                                    () -> {
                                                        ready.countDown();
                                                        ready.await();
                                                        return act.of(i);
                                                    })
                            .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(acts)) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}

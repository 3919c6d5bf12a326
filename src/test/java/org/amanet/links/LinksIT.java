package org.amanet.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Randomness;
import org.amanet.testing.Edits;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What reports share: counted, asked about, linked; and who must not learn of it. */
class LinksIT {
    private static final Stack STACK = Stack.shared();
    private static final String COLLEAGUE = "links-colleague";
    private static final String SOUTH = "links-south";
    private static final String QUESTIONS = "/api/v1/desk/questions";
    private static final String INDEX = "/api/v1/desk/index";

    private final Rows rows = new Rows(STACK);

    /** Two more people, neither of whom gets new reports. */
    @BeforeAll
    static void colleagues() {
        STACK.add(
                Account.staff(COLLEAGUE, "caseworker", "north"),
                Account.staff(SOUTH, "caseworker", "south"));
        offDuty("lead", COLLEAGUE);
    }

    private static void offDuty(String lead, String name) {
        STACK.unlocked(lead)
                .put("/api/v1/staff/members/" + member(name) + "/duty", Map.of("onDuty", false))
                .require(204);
    }

    private static String member(String name) {
        return STACK.session(name).get("/api/v1/staff/me").json().at("/member/id").asText();
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

    private static Session south() {
        return STACK.unlocked("lead-alternate");
    }

    /** One that nobody else has. */
    private static String account() {
        return "wxid_" + Randomness.token(9);
    }

    private static Linked filed() {
        return Linked.of(STACK, Linked.report("north"));
    }

    /** Held by the lead and the colleague alone. */
    private static Linked filedForTheColleague() {
        Linked report = filed();
        report.give(lead(), member("caseworker"));
        report.give(lead(), member(COLLEAGUE));
        return report;
    }

    private List<String> acts(Linked report) {
        String acts =
                rows.text(
                        "select string_agg(act, ' ' order by seq) from audit_entry where report ="
                                + " ?",
                        UUID.fromString(report.id()));
        return List.of(acts.split(" ", -1));
    }

    @Test
    void othersAreCountedAndOnlyThoseWhomOneHoldsAreNamed() {
        String account = account();
        Linked other = filed().with(caseworker(), "  " + account.toUpperCase(Locale.ROOT));
        Linked mine = filedForTheColleague().with(colleague(), account);
        assertEquals(1, mine.others(colleague()), "the key has reached who came later");
        assertEquals(List.of(), mine.held(colleague()));
        String page = mine.seenBy(colleague()).toString();
        assertFalse(page.contains(other.id()) || page.contains(other.reference()), page);
        assertEquals(1, mine.others(lead()));
        assertEquals(List.of(other.reference()), mine.held(lead()));
        assertEquals(1, other.others(caseworker()));
        assertFalse(
                acts(other)
                        .subList(acts(other).indexOf("SELECTOR_ADDED"), acts(other).size())
                        .contains("OPENING_REFUSED"));
        assertTrue(acts(mine).contains("SELECTORS_MATCHED"), "each look stands in the log");
        caseworker().get(mine.path() + "/links").require(404);
        Answer absent = caseworker().get("/api/v1/desk/reports/" + UUID.randomUUID() + "/links");
        assertEquals(absent.text(), caseworker().get(mine.path() + "/links").text());
    }

    @Test
    void nothingCrossesDesks() {
        String account = account();
        Linked north = filed().with(lead(), account);
        Linked elsewhere = Linked.of(STACK, Linked.report("south")).with(south(), account);
        assertEquals(0, north.others(lead()));
        assertEquals(0, elsewhere.others(south()));
        assertEquals(
                2,
                rows.count(
                        "select count(distinct token) from selector_token where report in (?, ?)",
                        UUID.fromString(north.id()),
                        UUID.fromString(elsewhere.id())),
                "tokens of two desks can be compared");
        south().get(north.path() + "/links").require(404);
    }

    @Test
    void whoIsLeftOutDoesNotLearnItByCounting() {
        String account = account();
        Map<String, Object> leavingOut = Linked.report("north");
        leavingOut.put("exclude", List.of(member("caseworker")));
        Linked.of(STACK, leavingOut).with(lead(), account);
        Linked mine = filed().with(caseworker(), account);
        assertEquals(0, mine.others(caseworker()));
        assertEquals(1, mine.others(lead()));
    }

    @Test
    void whatIsSecludedLaterIsCountedNoMore() {
        String account = account();
        Linked one = filed().with(lead(), account);
        Linked two = filed().with(lead(), account);
        Linked mine = filedForTheColleague().with(colleague(), account);
        assertEquals(2, mine.others(colleague()));
        Map<String, Object> answer = Map.of("question", "EXCLUSIONS", "words", "My neighbour.");
        STACK.http()
                .post("/api/v1/inbox/answers", Map.of("receipt", one.receipt(), "answer", answer))
                .require(204);
        assertEquals(1, mine.others(colleague()), "a report with a name in words is counted");
        caseworker().post(two.path() + "/recusal", Map.of()).require(204);
        assertEquals(0, mine.others(colleague()), "a report with a conflict is counted");
        assertEquals(2, mine.others(lead()));
        two.seenBy(lead());
        one.with(lead(), account());
        assertEquals(0, mine.others(colleague()), "it came back with another selector");
    }

    @Test
    void whatWasWithdrawnIsNowhere() {
        String account = account();
        Linked gone = filed().with(lead(), account);
        Linked mistaken = filed().with(lead(), account);
        Linked mine = filed().with(lead(), account);
        String link =
                lead().post(mine.path() + "/links", Map.of("other", gone.id()))
                        .require(201)
                        .json()
                        .at("/links/0/id")
                        .asText();
        assertEquals(2, mine.others(lead()));
        lead().delete(mistaken.path() + "/selectors/" + mistaken.selector(lead())).require(204);
        assertEquals(1, mine.others(lead()));
        assertEquals(0, mistaken.seenBy(lead()).path("selectors").size());
        STACK.http()
                .post("/api/v1/inbox/withdrawal", Map.of("receipt", gone.receipt()))
                .require(204);
        assertEquals(0, mine.others(lead()));
        assertEquals(0, mine.seenBy(lead()).path("links").size());
        assertEquals(
                0,
                rows.count(
                        "select (select count(*) from selector_token where report = ?)"
                                + " + (select count(*) from report_link where id = ?)",
                        UUID.fromString(gone.id()),
                        UUID.fromString(link)));
    }

    @Test
    void whatTheReporterWroteIsTakenOverByOneActOrAllAtOnce() {
        Map<String, Object> report = Linked.report("north");
        String account = account();
        report.put(
                "suspects",
                List.of(
                        Map.of(
                                "actor",
                                "ACT.PRC",
                                "traces",
                                List.of(
                                        Map.of("type", "SEL.ACC", "value", account),
                                        Map.of("type", "SEL.TEL", "value", "+86 138 1234 5678"),
                                        Map.of("type", "SEL.NET", "value", "example.org")))));
        Linked told = Linked.of(STACK, report);
        JsonNode offered = told.seenBy(lead()).path("suggestions");
        assertEquals(3, offered.size());
        assertEquals(Linked.WECHAT, offered.at("/0/type").asText());
        Map<String, Object> exact = Map.of("number", 2, "type", "SEL.NET.DOMAIN");
        JsonNode one = lead().post(told.path() + "/selectors/suggested", exact).require(201).json();
        assertEquals("example.org", one.at("/selectors/0/content/received").asText());
        assertEquals(2, one.path("suggestions").size());
        JsonNode all =
                lead().post(told.path() + "/selectors/suggested", Map.of()).require(201).json();
        assertEquals(0, all.path("suggestions").size());
        assertEquals("+8613812345678", all.at("/selectors/2/content/normalised").asText());
        lead().post(told.path() + "/selectors/suggested", Map.of()).require(409);
    }

    @Test
    void whatCannotBeIsRefused() {
        Linked report = filed();
        String path = report.path() + "/selectors";
        lead().post(path, Linked.wish("SEL.NOTHING", "x", "ACTOR")).require(400);
        Map<String, Object> turned = Linked.wish("SEL.OTHER", "x", "ACTOR");
        turned.put("firstSeen", "2026-02-01");
        turned.put("lastSeen", "2026-01-01");
        lead().post(path, turned).require(400);
        Map<String, Object> nowhere = Linked.wish("SEL.OTHER", "x", "ACTOR");
        nowhere.put("exhibit", UUID.randomUUID());
        lead().post(path, nowhere).require(400);
        lead().delete(path + "/" + UUID.randomUUID()).require(404);
        assertEquals(0, report.seenBy(lead()).path("selectors").size());
    }

    private static List<JsonNode> received(Session session, Linked asking) {
        JsonNode all = session.get(QUESTIONS).require(200).json().path("received");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("report").asText().equals(asking.id()))
                .toList();
    }

    private static String state(Linked report, Session session) {
        return report.seenBy(session).at("/links/0/state").asText();
    }

    private static String proposed(Linked report) {
        JsonNode links = report.seenBy(lead()).path("links");
        return StreamSupport.stream(links.spliterator(), false)
                .filter(link -> link.path("state").asText().equals("PROPOSED"))
                .map(link -> link.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static void decide(Session session, String link, String what, int expected) {
        session.post("/api/v1/desk/links/" + link + "/" + what, Map.of("reason", "A mistake."))
                .require(expected);
    }

    /** A colleague asked; the caseworker is the one who is to answer. */
    private record Asked(Linked mine, Linked theirs, String question) {
        static Asked now() {
            String account = account();
            Linked theirs = filed().with(caseworker(), account);
            Linked mine = filedForTheColleague().with(colleague(), account);
            String selector = mine.path() + "/selectors/" + mine.selector(colleague());
            colleague()
                    .post(selector + "/questions", Map.of("text", "Is it the same man?"))
                    .require(204);
            JsonNode question = received(caseworker(), mine).getFirst();
            assertEquals(mine.reference(), question.path("reference").asText());
            assertEquals(theirs.reference(), question.path("aboutReference").asText());
            assertEquals("Is it the same man?", question.path("text").asText());
            return new Asked(mine, theirs, question.path("id").asText());
        }

        Answer answer(Session session, boolean propose) {
            return session.post(
                    QUESTIONS + "/" + question + "/answer",
                    Map.of("propose", propose, "text", "It is."));
        }
    }

    @Test
    void anAnswerIsALinkThatTwoPeopleMake() {
        Asked asked = Asked.now();
        String sent = colleague().get(QUESTIONS).json().path("sent").toString();
        assertFalse(sent.contains(asked.theirs().reference()), "whoever asks learns nothing yet");
        assertEquals(1, received(lead(), asked.mine()).size(), "each holder is asked");
        south().post(
                        QUESTIONS + "/" + asked.question() + "/answer",
                        Map.of("propose", true, "text", "?"))
                .require(404);
        asked.answer(colleague(), true).require(404);
        asked.answer(caseworker(), true).require(204);
        asked.answer(lead(), false).require(409);
        JsonNode link = asked.mine().seenBy(colleague()).at("/links/0");
        assertEquals(asked.theirs().reference(), link.path("reference").asText());
        assertEquals("It is.", link.path("note").asText());
        String id = link.path("id").asText();
        decide(caseworker(), id, "confirmation", 403);
        decide(south(), id, "confirmation", 404);
        decide(colleague(), id, "confirmation", 204);
        assertEquals("CONFIRMED", state(asked.theirs(), caseworker()));
        decide(colleague(), id, "confirmation", 409);
        decide(caseworker(), id, "undoing", 204);
        assertEquals("UNDONE", state(asked.mine(), colleague()));
        assertEquals("A mistake.", asked.mine().seenBy(lead()).at("/links/0/reason").asText());
        List<String> acts = acts(asked.theirs());
        assertTrue(
                acts.containsAll(
                        List.of("LINK_ASKED", "LINK_PROPOSED", "LINK_CONFIRMED", "LINK_UNDONE")),
                acts.toString());
    }

    @Test
    void aQuestionIsDeclinedAndALinkRejected() {
        Asked asked = Asked.now();
        asked.answer(caseworker(), false).require(204);
        assertEquals(0, received(lead(), asked.mine()).size());
        assertEquals(0, asked.mine().seenBy(colleague()).path("links").size());
        JsonNode sent = colleague().get(QUESTIONS).json().at("/sent");
        assertTrue(sent.toString().contains("It is."), sent.toString());
        lead().post(asked.mine().path() + "/links", Map.of("other", asked.theirs().id()))
                .require(201);
        lead().post(asked.theirs().path() + "/links", Map.of("other", asked.mine().id()))
                .require(409);
        String id = asked.mine().seenBy(colleague()).at("/links/0/id").asText();
        decide(colleague(), id, "rejection", 204);
        assertEquals("REJECTED", state(asked.mine(), lead()));
        lead().post(asked.mine().path() + "/links", Map.of("other", asked.theirs().id()))
                .require(201);
        String again = proposed(asked.mine());
        decide(lead(), again, "confirmation", 204);
        colleague()
                .post(asked.mine().path() + "/links", Map.of("other", asked.theirs().id()))
                .require(404);
    }

    @Test
    void whoIsLeftOutOfTheAskersReportIsNotAsked() {
        String account = account();
        filed().with(caseworker(), account);
        Map<String, Object> leavingOut = Linked.report("north");
        leavingOut.put("exclude", List.of(member("caseworker")));
        Linked secluded = Linked.of(STACK, leavingOut).with(lead(), account);
        String selector = secluded.path() + "/selectors/" + secluded.selector(lead());
        lead().post(selector + "/questions", Map.of("text", "Who?")).require(204);
        assertEquals(List.of(), received(caseworker(), secluded));
    }

    /** Neither in the list of links nor in what was done with the report that they hold. */
    @Test
    void aLinkToWhatOneMustNotKnowIsNotThere() {
        Map<String, Object> leavingOut = Linked.report("north");
        leavingOut.put("exclude", List.of(member("caseworker")));
        Linked secluded = Linked.of(STACK, leavingOut).with(lead(), account());
        Linked open = filed().with(lead(), account());
        lead().post(open.path() + "/links", Map.of("other", secluded.id())).require(201);
        String link = open.seenBy(lead()).at("/links/0/id").asText();
        decide(lead(), link, "confirmation", 204);
        assertEquals(0, open.seenBy(caseworker()).path("links").size());
        String seen = caseworker().get(open.path()).require(200).text();
        assertFalse(seen.contains("LINK_"), seen);
        assertTrue(acts(secluded).contains("LINK_CONFIRMED"));
        decide(caseworker(), link, "undoing", 404);
    }

    @Test
    void aKeyThatNoColleagueSealedIsNotUsed() {
        Linked report = filed().with(lead(), account());
        assertTrue(report.seenBy(caseworker()).path("indexed").asBoolean());
        new Edits(STACK)
                .run(
                        "update desk_index_key set signature = decode(repeat('00', 64), 'hex')"
                                + " where holder = '%s'",
                        member("caseworker"));
        assertFalse(report.seenBy(caseworker()).path("indexed").asBoolean());
        Linked blind = filed().with(caseworker(), account());
        assertTrue(report.seenBy(lead()).path("indexed").asBoolean());
        assertTrue(report.seenBy(caseworker()).path("indexed").asBoolean(), "a colleague mends it");
        blind.seenBy(caseworker());
        assertEquals(
                1,
                rows.count(
                        "select count(*) from selector_token where report = ?",
                        UUID.fromString(blind.id())),
                "what waited for the key is in the index");
    }

    @Test
    void theKeyIsChangedStepByStepAndNothingIsLost() {
        String account = account();
        Linked one = Linked.of(STACK, Linked.report("south")).with(south(), account);
        Linked two = Linked.of(STACK, Linked.report("south")).with(south(), account);
        Linked three = Linked.of(STACK, Linked.report("south")).with(south(), account);
        Session other = STACK.unlocked(SOUTH);
        other.post(INDEX + "/rotation", Map.of()).require(403);
        JsonNode begun = south().post(INDEX + "/rotation", Map.of()).require(200).json();
        int left = begun.path("left").asInt();
        assertTrue(begun.path("changing").asBoolean() && left >= 3, begun.toString());
        south().post(INDEX + "/rotation", Map.of()).require(409);
        step(south(), 1, left - 1);
        for (Linked each : List.of(one, two, three)) {
            assertEquals(2, each.others(south()), "both keys are used");
        }
        Linked four = Linked.of(STACK, Linked.report("south")).with(south(), account);
        assertEquals(3, four.others(south()), "what is new meets what is old");
        // Looking at a report takes it over; whoever else may open the rest goes on.
        int rest = other.get(INDEX).require(200).json().path("left").asInt();
        if (rest > 0) {
            other.post(INDEX + "/rotation/steps", Map.of("limit", 1)).require(200);
        }
        JsonNode done =
                south().post(INDEX + "/rotation/steps", Map.of("limit", 200)).require(200).json();
        assertFalse(done.path("changing").asBoolean(), done.toString());
        for (Linked each : List.of(one, two, three, four)) {
            assertEquals(3, each.others(other), "something was lost");
        }
        assertEquals(1, rows.count("select count(*) from desk_index where desk = 'south'"));
        assertEquals(
                1,
                rows.count(
                        "select count(distinct generation) from selector_token where desk ="
                                + " 'south'"));
    }

    private static void step(Session session, int limit, int left) {
        JsonNode index =
                session.post(INDEX + "/rotation/steps", Map.of("limit", limit)).require(200).json();
        assertEquals(left, index.path("left").asInt());
    }

    @Test
    void whatManyActorsShareIsAPattern() {
        String account = account();
        List<Linked> three =
                List.of("DE", "FR", "DE").stream().map(country -> from(country, account)).toList();
        JsonNode pattern = patternOf(caseworker(), three);
        assertEquals(3, pattern.path("reports").asInt());
        assertEquals("[\"DE\",\"FR\"]", pattern.path("countries").toString());
        JsonNode near =
                caseworker()
                        .get("/api/v1/desk/patterns/" + pattern.path("id").asText())
                        .require(200)
                        .json();
        assertEquals(3, near.path("reports").size());
        assertEquals(account, near.at("/selectors/0/value").asText());
        String theirs = colleague().get("/api/v1/desk/patterns").require(200).text();
        assertFalse(theirs.contains(pattern.path("id").asText()), theirs);
        colleague().get("/api/v1/desk/patterns/" + pattern.path("id").asText()).require(404);
        lead().delete(three.getFirst().path() + "/selectors/" + three.getFirst().selector(lead()))
                .require(204);
        assertTrue(patternOf(caseworker(), three).isMissingNode(), "two are no pattern");
    }

    private static Linked from(String country, String account) {
        Map<String, Object> report = Reports.whole("The same account.", "", country);
        report.put("desk", "north");
        return Linked.of(STACK, report).with(caseworker(), account);
    }

    private JsonNode patternOf(Session session, List<Linked> reports) {
        List<String> selectors =
                reports.stream()
                        .filter(one -> one.seenBy(lead()).path("selectors").size() > 0)
                        .map(one -> one.selector(lead()))
                        .toList();
        JsonNode all = session.get("/api/v1/desk/patterns").require(200).json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> selectors.contains(one.path("id").asText()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    @Test
    void whatVictimsShareIsNoPattern() {
        String number = "+49176" + (10_000_000 + Math.abs(account().hashCode() % 80_000_000));
        List<Linked> three =
                List.of("DE", "FR", "AT").stream()
                        .map(
                                country -> {
                                    Linked report = from(country, account());
                                    lead().post(
                                                    report.path() + "/selectors",
                                                    Linked.wish("SEL.TEL.PHONE", number, "VICTIM"))
                                            .require(201);
                                    return report;
                                })
                        .toList();
        JsonNode second = three.getFirst().seenBy(lead()).at("/selectors/1");
        assertEquals(2, second.path("others").asInt(), "it is found all the same");
        JsonNode all = lead().get("/api/v1/desk/patterns").require(200).json();
        for (Linked report : three) {
            String id = report.seenBy(lead()).at("/selectors/1/id").asText();
            assertFalse(all.toString().contains(id), "a victim's number makes a pattern");
        }
    }
}

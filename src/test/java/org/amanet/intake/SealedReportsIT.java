package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.AgeFile;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealedPart;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.amanet.testing.Script;
import org.amanet.testing.SealedElsewhere;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that were sealed before they came: the same to everyone after, and never believed. */
class SealedReportsIT {
    private static final Stack STACK = Stack.shared();
    private static final Http HTTP = STACK.http();
    private static final Rows ROWS = new Rows(STACK);
    private static final String WORD = "sparrowhawk";

    private static Session caseworker() {
        return STACK.unlocked("caseworker");
    }

    private static Answer opened(String id) {
        return caseworker().get("/api/v1/desk/reports/" + id);
    }

    private static JsonNode keys() {
        return SealedElsewhere.keys(HTTP);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Nested
    class Whole {
        private final SealedElsewhere mine =
                SealedElsewhere.seal(
                        keys(),
                        SealedElsewhere.contents(WORD + " account", WORD + " relatives"),
                        SealedElsewhere.answers());

        @Test
        void areReadAsIfWeHadSealedThem() {
            Answer accepted = mine.send(HTTP).require(201);
            assertEquals(Set.of("reference", "receivedHour"), names(accepted.json()));
            JsonNode read = opened(mine.id()).require(200).json();
            assertEquals(WORD + " account", read.at("/account/account").asText());
            assertEquals("P1", read.at("/standing/band").asText());
            assertEquals("NEW", read.at("/standing/status").asText());
            assertEquals("DANGER.SOON", read.at("/triage/rules/0").asText());
            assertEquals(0, read.path("unreadable").size());
            JsonNode relatives =
                    caseworker()
                            .post(
                                    "/api/v1/desk/reports/" + mine.id() + "/relatives",
                                    Map.of("reason", "a call"))
                            .require(200)
                            .json();
            assertTrue(relatives.toString().contains(WORD + " relatives"));
            Answer inbox = Reports.inbox(HTTP, mine.receipt()).require(200);
            assertTrue(inbox.json().at("/consent/C1/granted").asBoolean());
        }

        /** Row, grants, parts and log line have the same shape, whoever sealed. */
        @Test
        void cannotBeToldFromOursAfterwards() {
            mine.send(HTTP).require(201);
            Map<String, Object> same = Reports.whole(WORD + " account", WORD + " relatives", "DE");
            same.put("desk", "north");
            String reference = Reports.submitted(HTTP, same).text("reference");
            String ours = ROWS.text("select id::text from report where reference = ?", reference);
            for (String shape :
                    List.of(
                            "select string_agg(holder || compartment || length(sealed), ' ' order by"
                                    + " holder, compartment) from report_grant where report = ?::uuid",
                            "select string_agg(kind || compartment || version || length(sealed), ' '"
                                    + " order by kind) from part where report = ?::uuid",
                            "select string_agg(act || actor_kind || version || length(detail) || (subject is"
                                    + " null), ' ') from audit_entry where report = ?::uuid",
                            "select size_class || unread || kdf_memory || kdf_iterations ||"
                                    + " kdf_parallelism || version || status from report where id = ?::uuid")) {
                assertEquals(ROWS.text(shape, ours), ROWS.text(shape, mine.id()), shape);
            }
        }

        @Test
        void sentAgainAreTheSame() throws Exception {
            List<Callable<Answer>> tries = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                tries.add(() -> mine.send(HTTP));
            }
            Set<String> references = new HashSet<>();
            try (var threads = Executors.newFixedThreadPool(3)) {
                for (Future<Answer> answer : threads.invokeAll(tries)) {
                    references.add(answer.get().require(201).text("reference"));
                }
            }
            assertEquals(1, references.size());
            assertEquals(
                    1,
                    ROWS.count("select count(*) from report where id = ?::uuid", mine.id()),
                    "reports");
        }

        @Test
        void takenBackAndSentAgainStayTakenBack() {
            mine.send(HTTP).require(201);
            HTTP.post("/api/v1/inbox/withdrawal", Map.of("receipt", mine.receipt())).require(204);
            mine.send(HTTP).require(201);
            assertEquals(
                    0, ROWS.count("select count(*) from part where report = ?::uuid", mine.id()));
        }

        @Test
        void otherContentUnderTheSameIdIsRefused() {
            mine.send(HTTP).require(201);
            SealedElsewhere other = SealedElsewhere.saying(HTTP, WORD + " again");
            other.sealed().put("id", mine.id());
            other.send(HTTP).require(409);
            other.sealed().put("id", UUID.randomUUID().toString());
            other.sealed().set("lookup", mine.sealed().get("lookup"));
            other.send(HTTP).require(409);
        }

        @Test
        void partsOfOtherReportsAreRefused() {
            mine.send(HTTP).require(201);
            SealedElsewhere other = SealedElsewhere.saying(HTTP, WORD + " again");
            ((ObjectNode) other.sealed().get("triage")).set("id", mine.sealed().at("/triage/id"));
            other.send(HTTP).require(409);
        }

        private Set<String> names(JsonNode object) {
            Set<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            return names;
        }
    }

    @Nested
    class NotAsTheyMustBe {
        private void assertRefused(String pointer, Consumer<ObjectNode> change) {
            SealedElsewhere report = SealedElsewhere.saying(HTTP, WORD);
            change.accept(report.sealed());
            Answer answer = report.send(HTTP).require(400);
            assertTrue(answer.text().contains(pointer), answer.text());
            assertFalse(answer.text().contains(WORD));
            assertEquals(
                    0, ROWS.count("select count(*) from report where id = ?::uuid", report.id()));
        }

        private Consumer<ObjectNode> part(String name, byte[] sealed) {
            return report -> ((ObjectNode) report.get(name)).put("sealed", base64(sealed));
        }

        private byte[] sealedTo(int size, Recipient... to) {
            return AgeFile.seal(new byte[size], List.of(to));
        }

        @ParameterizedTest
        @ValueSource(strings = {"account", "triage", "consent"})
        void areRefused(String name) {
            try (Identity one = Identity.generate();
                    Identity other = Identity.generate()) {
                Recipient to = one.recipient();
                assertRefused("/" + name, part(name, sealedTo(1024, to, other.recipient())));
                assertRefused("/" + name, part(name, sealedTo(1000, to)));
                assertRefused("/" + name, part(name, (WORD + " in clear").getBytes()));
                assertRefused("/" + name, part(name, new byte[1024]));
                assertRefused("/" + name, part(name, new byte[0]));
            }
        }

        @Test
        void thatAreTooLongAreRefused() {
            try (Identity one = Identity.generate()) {
                assertRefused("/triage", part("triage", sealedTo(1 << 20, one.recipient())));
            }
        }

        private ArrayNode locks(ObjectNode report) {
            return (ArrayNode) report.get("locks");
        }

        @Test
        void withoutTheReporterOrTheRecoveryKeyAreRefused() {
            assertRefused("/locks", report -> locks(report).remove(0));
            assertRefused("/locks", report -> locks(report).remove(1));
        }

        @Test
        void forStrangersAreRefused() {
            assertRefused(
                    "/locks",
                    report ->
                            ((ObjectNode) locks(report).get(2))
                                    .put("holder", UUID.randomUUID().toString()));
            String elsewhere = keys().at("/desks/1/holders/0").asText();
            assertRefused(
                    "/locks",
                    report -> ((ObjectNode) locks(report).get(2)).put("holder", elsewhere));
        }

        @Test
        void forTheSameHolderTwiceAreRefused() {
            assertRefused("/locks", report -> locks(report).add(locks(report).get(2).deepCopy()));
        }

        @Test
        void withKeysInClearAreRefused() {
            assertRefused(
                    "/locks",
                    report ->
                            ((ObjectNode) locks(report).get(2))
                                    .put("account", base64("AGE-SECRET-KEY-1".getBytes())));
        }

        @Test
        void forNobodyAtTheDeskAreRefused() {
            SealedElsewhere report = SealedElsewhere.saying(HTTP, WORD);
            ArrayNode locks = (ArrayNode) report.sealed().get("locks");
            while (locks.size() > 2) {
                locks.remove(2);
            }
            Answer answer = report.send(HTTP).require(422);
            assertTrue(answer.text("type").endsWith("/nobody-could-read"));
        }

        /** Nobody would see it waiting: as for what is sealed here, a lead or whoever has duty. */
        @Test
        void forNobodyWhoReceivesNewReportsAreRefused() {
            String caseworker =
                    STACK.session("caseworker")
                            .get("/api/v1/staff/me")
                            .json()
                            .at("/member/id")
                            .asText();
            SealedElsewhere report = SealedElsewhere.saying(HTTP, WORD);
            ArrayNode locks = (ArrayNode) report.sealed().get("locks");
            for (int i = locks.size() - 1; i >= 2; i--) {
                if (!locks.get(i).path("holder").asText().equals(caseworker)) {
                    locks.remove(i);
                }
            }
            assertEquals(3, locks.size());
            Session lead = STACK.unlocked("lead");
            String duty = "/api/v1/staff/members/" + caseworker + "/duty";
            lead.put(duty, Map.of("onDuty", false)).require(204);
            try {
                Answer answer = report.send(HTTP).require(422);
                assertTrue(answer.text("type").endsWith("/nobody-could-read"));
            } finally {
                lead.put(duty, Map.of("onDuty", true)).require(204);
            }
            report.send(HTTP).require(201);
        }

        /** Where somebody who helps is involved, it is for leads. */
        @Test
        void thatAreRestrictedAreForLeadsOnly() {
            assertRefused("/locks", report -> report.put("restricted", true));
        }

        @Test
        void inClearFieldsThatAreNotOursAreRefused() {
            assertRefused("/language", report -> report.put("language", "xx"));
            assertRefused("/desk", report -> report.put("desk", "nowhere"));
            assertRefused("/country", report -> report.put("country", "Germany"));
            assertRefused("/lookup", report -> report.put("lookup", base64(new byte[31])));
            SealedElsewhere report = SealedElsewhere.saying(HTTP, WORD);
            report.sealed().put("band", "P9");
            report.send(HTTP).require(400);
            report.sealed().put("band", "P3").put("sealed", true);
            report.send(HTTP).require(400);
        }

        @Test
        void underOneIdTwiceAreRefused() {
            assertRefused(
                    "/account",
                    report ->
                            ((ObjectNode) report.get("triage"))
                                    .set("id", report.at("/account/id")));
        }
    }

    @Nested
    class ThatNobodyCanOpen {
        private SealedElsewhere with(Consumer<Map<String, Object>> change) {
            Map<String, Object> contents = SealedElsewhere.contents(WORD, WORD + " relatives");
            change.accept(contents);
            return SealedElsewhere.seal(keys(), contents, SealedElsewhere.answers());
        }

        private void assertTold(SealedElsewhere report, String part) {
            assertEquals(
                    part,
                    ROWS.text(
                            "select detail from audit_entry where report = ?::uuid and"
                                    + " act = 'SEAL_BROKEN' order by seq desc limit 1",
                            report.id()));
        }

        @Test
        void takeNothingElseWithThem() {
            SealedElsewhere report = SealedElsewhere.saying(HTTP, WORD);
            try (Identity nobody = Identity.generate()) {
                ObjectNode account = (ObjectNode) report.sealed().get("account");
                Place place =
                        new Place(
                                UUID.fromString(report.id()),
                                UUID.fromString(account.get("id").asText()),
                                "ACCOUNT",
                                "ACCOUNT",
                                1);
                byte[] sealed =
                        SealedPart.seal(place, WORD.getBytes(), List.of(nobody.recipient()));
                account.put("sealed", base64(sealed));
            }
            report.send(HTTP).require(201);
            JsonNode read = opened(report.id()).require(200).json();
            assertEquals("[\"ACCOUNT\"]", read.path("unreadable").toString());
            assertEquals("", read.at("/account/account").asText());
            assertEquals("DANGER.SOON", read.at("/triage/rules/0").asText());
            assertTrue(read.at("/consent/decisions/C1/granted").asBoolean());
            assertTold(report, "ACCOUNT");
            caseworker()
                    .post(
                            "/api/v1/desk/reports/" + report.id() + "/messages",
                            Map.of("text", "please write it again"))
                    .require(201);
            Answer inbox = Reports.inbox(HTTP, report.receipt()).require(200);
            assertTrue(inbox.text().contains("please write it again"));
        }

        @Test
        void becauseOfWhatStandsInThemAreShownAsSuch() {
            for (Map<String, Object> odd :
                    List.<Map<String, Object>>of(
                            Map.of("danger", "MAYBE"),
                            Map.of("when", "NEVER"),
                            Map.of("demands", List.of("<script>")),
                            Map.of("unheard", "of"))) {
                SealedElsewhere report =
                        with(
                                contents -> {
                                    Map<String, Object> account =
                                            new LinkedHashMap<>(SealedElsewhere.account(WORD));
                                    account.putAll(odd);
                                    contents.put("account", account);
                                });
                report.send(HTTP).require(201);
                JsonNode read = opened(report.id()).require(200).json();
                assertEquals("[\"ACCOUNT\"]", read.path("unreadable").toString(), odd.toString());
            }
        }

        @Test
        void likeReasonsLeaveTheBand() {
            SealedElsewhere report =
                    with(
                            contents ->
                                    contents.put(
                                            "triage",
                                            Map.of("band", "P1", "rules", List.of("DANGER.X"))));
            report.send(HTTP).require(201);
            JsonNode read = opened(report.id()).require(200).json();
            assertEquals("[\"TRIAGE\"]", read.path("unreadable").toString());
            assertEquals("P1", read.at("/standing/band").asText());
        }

        @Test
        void likeConsentAllowNothingUntilTheReporterChoosesAgain() {
            SealedElsewhere report = with(contents -> contents.put("consent", "yes to all"));
            report.send(HTTP).require(201);
            assertEquals(
                    "[\"CONSENT\"]",
                    opened(report.id()).require(200).json().path("unreadable").toString());
            String messages = "/api/v1/desk/reports/" + report.id() + "/messages";
            caseworker().post(messages, Map.of("text", "hello")).require(422);
            HTTP.post(
                            "/api/v1/inbox/consent",
                            Map.of(
                                    "receipt",
                                    report.receipt(),
                                    "language",
                                    "en",
                                    "consent",
                                    Map.of(
                                            "C0", Map.of("granted", true),
                                            "C1", Map.of("granted", true))))
                    .require(204);
            assertEquals(
                    "[]", opened(report.id()).require(200).json().path("unreadable").toString());
            caseworker().post(messages, Map.of("text", "hello")).require(201);
        }

        /** Half a report is no evidence. */
        @Test
        void doNotLeave() {
            SealedElsewhere report = with(contents -> contents.put("account", "no account"));
            report.send(HTTP).require(201);
            String recipient =
                    caseworker().get("/api/v1/exports/recipients").json().at("/0/id").asText();
            Answer answer =
                    caseworker()
                            .post(
                                    "/api/v1/exports",
                                    Map.of(
                                            "recipient",
                                            recipient,
                                            "profile",
                                            "ASYLUM",
                                            "reports",
                                            List.of(report.id())))
                            .require(409);
            assertTrue(answer.text("type").endsWith("/seal-broken"));
        }

        /** What came whole and is changed here is another matter: nothing of it is shown. */
        @Test
        void sinceSomebodyChangedThemAreRefusedAsAWhole() {
            SealedElsewhere report = with(contents -> contents.put("account", "no account"));
            report.send(HTTP).require(201);
            ROWS.change(
                    "update part set sealed = sealed || '\\x00'::bytea where report = ?::uuid and"
                            + " kind = 'ACCOUNT'",
                    report.id());
            Answer answer = opened(report.id()).require(409);
            assertTrue(answer.text("type").endsWith("/seal-broken"));
        }
    }

    @Nested
    class Keys {
        @Test
        void areThoseThatTheRootStandsFor() {
            JsonNode keys = keys();
            JsonNode trusted = Script.call("vouchedFor", keys);
            for (JsonNode desk : keys.path("desks")) {
                for (JsonNode holder : desk.path("holders")) {
                    JsonNode member = trusted.path(holder.asText());
                    assertEquals(desk.path("slug"), member.path("desk"));
                    assertTrue(member.path("recipient").asText().startsWith("age1"));
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"recipient=age1", "role=CASE", "desk=n"})
        void thatWereEditedAreNot(String field) {
            ObjectNode keys = (ObjectNode) keys();
            int before = Script.call("vouchedFor", keys).size();
            for (JsonNode line : keys.path("vouchings")) {
                String statement = line.path("statement").asText();
                ((ObjectNode) line).put("statement", statement.replace(field, field + "x"));
            }
            assertTrue(Script.call("vouchedFor", keys).size() < before);
        }

        @Test
        void underAnotherRootAreNot() {
            ObjectNode keys = (ObjectNode) keys();
            try (Identity other = Identity.generate()) {
                keys.put("rootKey", other.verifyingKey().encoded());
            }
            assertEquals(0, Script.call("vouchedFor", keys).size());
            assertEquals(
                    "nobody could read it",
                    Script.error(
                            "report",
                            keys,
                            SealedElsewhere.contents(WORD, null),
                            SealedElsewhere.answers()));
        }
    }

    /** The browser decides the way itself; it must be the way that we would choose. */
    @Nested
    class Ways {
        private Map<String, Object> wish(Object... pairs) {
            Map<String, Object> wish = new LinkedHashMap<>();
            for (int i = 0; i < pairs.length; i += 2) {
                wish.put((String) pairs[i], pairs[i + 1]);
            }
            return wish;
        }

        @Test
        void areThoseThatWeChoose() {
            String lead =
                    STACK.session("lead").get("/api/v1/staff/me").json().at("/member/id").asText();
            List<Map<String, Object>> wishes =
                    List.of(
                            wish(),
                            wish("desk", "south"),
                            wish("where", "DE", "routeByCountry", true),
                            wish("where", "FR", "routeByCountry", true),
                            wish("where", "ZZ", "routeByCountry", true),
                            wish("where", "FR"),
                            wish("exclude", List.of(lead)),
                            wish("excludeText", "the tall one"),
                            wish("insider", true),
                            wish("insider", true, "insiderAt", "elsewhere"),
                            wish("insider", true, "insiderAt", "south"),
                            wish("insider", true, "insiderAt", "north", "desk", "north"),
                            wish("insider", true, "insiderAt", "north", "desk", "south"),
                            wish("insider", true, "insiderAt", "elsewhere", "desk", "south"));
            for (Map<String, Object> wish : wishes) {
                assertEquals(ours(wish), theirs(wish), wish.toString());
            }
        }

        private String ours(Map<String, Object> wish) {
            Map<String, Object> report = Reports.saying(WORD);
            report.putAll(wish);
            String reference = Reports.submitted(HTTP, report).text("reference");
            return ROWS.text(
                    "select desk || ' ' || (status = 'RESTRICTED') || ' ' || coalesce(country, '-')"
                            + " || ' ' || (select string_agg(holder::text, ' ' order by holder::text)"
                            + " from report_grant where report = id and compartment = 'RELATIVES')"
                            + " from report where reference = ?",
                    reference);
        }

        private String theirs(Map<String, Object> wish) {
            Map<String, Object> answers = new LinkedHashMap<>(wish);
            answers.putIfAbsent("exclude", List.of());
            answers.putIfAbsent("insider", false);
            JsonNode sealed =
                    SealedElsewhere.seal(keys(), SealedElsewhere.contents(WORD, null), answers)
                            .sealed();
            Set<String> holders = new TreeSet<>();
            sealed.path("locks").forEach(lock -> holders.add(lock.path("holder").asText()));
            String country =
                    sealed.path("country").isNull() ? "-" : sealed.path("country").asText();
            return sealed.path("desk").asText()
                    + " "
                    + sealed.path("restricted").asBoolean()
                    + " "
                    + country
                    + " "
                    + String.join(" ", holders);
        }
    }
}

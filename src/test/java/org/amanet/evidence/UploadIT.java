package org.amanet.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Case;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.amanet.testing.Sending;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files come in by tus 1.0 and go out as they came. */
class UploadIT {
    private static final int PIECE = Sending.PIECE_BYTES;

    private final Stack stack = Stack.shared();
    private final Http http = stack.http();
    private final Rows rows = new Rows(stack);
    private final Session lead = stack.unlocked("lead");

    private static String unheld() {
        try (Receipt receipt = Receipt.generate()) {
            return receipt.grouped();
        }
    }

    private long pieces(Sending sending) {
        String query = "select count(*)::text from exhibit_piece where exhibit = ?";
        return rows.count(query, UUID.fromString(sending.id()));
    }

    @Nested
    class Whole {
        @ParameterizedTest
        @ValueSource(ints = {1, 65_536, 65_537, 1_048_577, PIECE, 2 * PIECE + 1})
        void aFileComesOutAsItWentIn(int length) {
            Case report = Case.of(stack);
            byte[] content = Sending.content(length, length);
            Sending sending = Sending.whole(http, report.receipt(), "a picture.jpg", content);

            JsonNode known = report.exhibits(lead).get(0);
            assertEquals("a picture.jpg", known.path("name").asText());
            assertEquals("image/jpeg", known.path("type").asText());
            assertEquals(length, known.path("size").asLong());
            assertEquals(Digests.hex(Digests.sha256(content)), known.path("sha256").asText());
            assertEquals(Digests.hex(Digests.sha512(content)), known.path("sha512").asText());
            Answer taken = report.exhibit(lead, sending.id()).require(200);
            assertArrayEquals(content, taken.body());
            assertEquals("application/octet-stream", taken.header("Content-Type"));
            assertEquals("nosniff", taken.header("X-Content-Type-Options"));
            assertTrue(taken.header("Content-Security-Policy").startsWith("sandbox"));
            assertTrue(taken.header("Content-Disposition").startsWith("attachment; filename=\""));
            assertEquals(Layout.of(length).pieces(), pieces(sending));
        }

        @Test
        void theReporterSeesWhatCameAndWhoOpenedIt() {
            Case report = Case.of(stack);
            byte[] voice = Sending.content(1, 3_000);
            System.arraycopy("\u0002#!SILK_V3".getBytes(), 0, voice, 0, 10);
            Sending sending = Sending.whole(http, report.receipt(), "msg_17.amr", voice);
            report.exhibit(lead, sending.id()).require(200);

            JsonNode inbox = Reports.inbox(http, report.receipt()).require(200).json();
            assertEquals("msg_17.amr", inbox.at("/files/0/name").asText());
            assertEquals("SILK", inbox.at("/files/0/kind").asText());
            String openings = inbox.path("openings").toString();
            assertTrue(openings.contains("EXHIBIT_OPENED"), openings);
        }

        @Test
        void whatIsStoredTellsNoTrueSize() {
            Case report = Case.of(stack);
            Sending one = Sending.whole(http, report.receipt(), "one", new byte[] {1});
            Sending two = Sending.whole(http, report.receipt(), "two", Sending.content(2, 60_000));
            Sending large =
                    Sending.whole(http, report.receipt(), "large", Sending.content(3, PIECE + 1));
            String sizes =
                    "select string_agg(distinct length(bytes)::text, ' ') from blob"
                            + " join exhibit_piece on blob = id where exhibit = ?";
            assertEquals("66008", rows.text(sizes, UUID.fromString(one.id())));
            assertEquals("66008", rows.text(sizes, UUID.fromString(two.id())));
            assertEquals("4195784", rows.text(sizes, UUID.fromString(large.id())));
            assertEquals(2, pieces(large));
        }
    }

    @Nested
    class InPieces {
        @Test
        void whatWasAcknowledgedStaysAndTheRestIsSentAgain() throws Exception {
            Case report = Case.of(stack);
            byte[] content = Sending.content(7, 2 * PIECE + 12_345);
            Sending sending = Sending.begun(http, report.receipt(), "video.mp4", content.length);
            assertEquals(PIECE, sending.pieceBytes());

            sending.breakOff(http, 0, content, PIECE + PIECE / 2);
            awaitOffset(sending, PIECE);
            byte[] more = Arrays.copyOfRange(content, PIECE, content.length);
            sending.breakOff(http, PIECE, more, 1000);
            assertEquals(PIECE, sending.offset(http));
            sending.rest(http, content, PIECE);

            assertEquals(content.length, sending.offset(http));
            assertArrayEquals(content, report.exhibit(lead, sending.id()).require(200).body());
        }

        private void awaitOffset(Sending sending, long expected) throws InterruptedException {
            for (int i = 0; i < 100 && sending.offset(http) < expected; i++) {
                Thread.sleep(100);
            }
            assertEquals(expected, sending.offset(http));
        }

        @Test
        void untilTheLastPieceThereIsNoFile() {
            Case report = Case.of(stack);
            byte[] content = Sending.content(8, PIECE + 1);
            Sending sending = Sending.begun(http, report.receipt(), "half", content.length);
            sending.patch(http, 0, Arrays.copyOf(content, PIECE)).require(204);

            assertEquals(0, report.exhibits(lead).size());
            report.exhibit(lead, sending.id()).require(404);
            sending.rest(http, content, PIECE);
            assertEquals(1, report.exhibits(lead).size());
        }

        @Test
        void serviceKilledRightAfterAPieceWasAcknowledged() {
            Case report = Case.of(stack);
            byte[] content = Sending.content(9, 2 * PIECE + 99);
            Service replica = stack.replica(Map.of());
            Sending sending =
                    Sending.begun(replica.http(), report.receipt(), "cut", content.length);
            sending.patch(replica.http(), 0, Arrays.copyOf(content, PIECE)).require(204);
            replica.kill();

            assertEquals(PIECE, sending.offset(http));
            sending.rest(http, content, PIECE);
            assertArrayEquals(content, report.exhibit(lead, sending.id()).require(200).body());
        }

        @Test
        void ofTwoAtTheSamePlaceOneGoesOn() throws Exception {
            Case report = Case.of(stack);
            byte[] first = Sending.content(10, PIECE);
            byte[] second = Sending.content(11, PIECE);
            Sending sending = Sending.begun(http, report.receipt(), "race", 2L * PIECE);
            List<Callable<Integer>> both =
                    List.of(
                            () -> sending.patch(http, 0, first).status(),
                            () -> sending.patch(http, 0, second).status());
            List<Integer> statuses = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (Future<Integer> status : threads.invokeAll(both)) {
                    statuses.add(status.get());
                }
            }
            assertEquals(List.of(204, 409), statuses.stream().sorted().toList());
            assertEquals(PIECE, sending.offset(http));

            byte[] winner = statuses.getFirst() == 204 ? first : second;
            byte[] rest = Sending.content(12, PIECE);
            sending.patch(http, PIECE, rest).require(204);
            byte[] whole = Arrays.copyOf(winner, 2 * PIECE);
            System.arraycopy(rest, 0, whole, PIECE, PIECE);
            assertArrayEquals(whole, report.exhibit(lead, sending.id()).require(200).body());
        }

        @Test
        void anotherPlaceLessThanAPieceAndMoreThanTheFileAreRefused() {
            Case report = Case.of(stack);
            Sending sending = Sending.begun(http, report.receipt(), "odd", 2L * PIECE);
            assertEquals(409, sending.patch(http, PIECE, new byte[PIECE]).status());
            Answer little = sending.patch(http, 0, new byte[1000]);
            assertEquals(400, little.status());
            assertEquals("less-than-a-piece", little.json().at("/errors/0/reason").asText());
            assertEquals(413, sending.patch(http, 0, new byte[2 * PIECE + 1]).status());
            assertEquals(0, sending.offset(http));
        }

        @Test
        void anUploadThatIsGivenUpLeavesNothing() {
            Case report = Case.of(stack);
            Sending sending = Sending.begun(http, report.receipt(), "gone", 2L * PIECE);
            sending.patch(http, 0, new byte[PIECE]).require(204);
            UUID blob =
                    UUID.fromString(
                            rows.text(
                                    "select blob::text from exhibit_piece where exhibit = ?",
                                    UUID.fromString(sending.id())));
            sending.cancel(http).require(204);

            assertEquals(404, sending.head(http).status());
            assertEquals(0, pieces(sending));
            assertEquals(0, rows.count("select count(*)::text from blob where id = ?", blob));
        }

        @Test
        void anUploadThatNobodyGoesOnWithIsSwept() throws Exception {
            Case report = Case.of(stack);
            Map<String, String> hasty =
                    Map.of(
                            "amanet.evidence.unfinished", "PT0S",
                            "amanet.evidence.sweep", "1s");
            try (Service replica = stack.replica(hasty)) {
                Sending sending =
                        Sending.begun(replica.http(), report.receipt(), "old", 2L * PIECE);
                for (int i = 0; i < 900 && sending.head(http).status() != 404; i++) {
                    Thread.sleep(100);
                }
                assertEquals(404, sending.head(http).status());
            }
        }
    }

    @Nested
    class WhoMay {
        @Test
        void aWrongTokenIsNoTokenAndNoUploadIsNoUpload() {
            Case report = Case.of(stack);
            Sending mine = Sending.begun(http, report.receipt(), "mine", 100);
            Sending other = Sending.begun(http, report.receipt(), "other", 100);
            for (String method : List.of("HEAD", "DELETE")) {
                assertEquals(404, mine.bare(http, method, other.token()).status());
                assertEquals(404, mine.bare(http, method, "x").status());
                assertEquals(404, mine.bare(http, method, Randomness.token(32)).status());
            }
            Sending stolen =
                    new Sending(mine.id(), mine.report(), other.token(), 100, mine.pieceBytes());
            Answer foreign = stolen.patch(http, 0, new byte[100]);
            Sending nowhere =
                    new Sending(UUID.randomUUID().toString(), "", other.token(), 100, PIECE);
            Answer absent = nowhere.patch(http, 0, new byte[100]);
            assertEquals(404, foreign.status());
            assertEquals(absent.text(), foreign.text());
            assertEquals(0, mine.offset(http));
        }

        @Test
        void aReceiptThatNobodyHoldsSendsAlike() {
            String receipt = unheld();
            Case held = Case.of(stack);
            byte[] content = Sending.content(20, 70_000);
            Answer decoy = Sending.asked(http, receipt, "a.jpg", content.length).require(201);
            Answer real = Sending.asked(http, held.receipt(), "a.jpg", content.length).require(201);
            assertEquals(real.body().length, decoy.body().length);
            assertEquals(real.headers().map().keySet(), decoy.headers().map().keySet());

            Sending.of(decoy).patch(http, 0, content).require(204);
            JsonNode inbox = Reports.inbox(http, receipt).require(200).json();
            assertEquals("a.jpg", inbox.at("/files/0/name").asText());
            assertEquals(0, blobs(Sending.of(decoy)), "made-up codes can fill the store");
            Sending.of(real).patch(http, 0, content).require(204);
            assertTrue(blobs(Sending.of(real)) > 0);
        }

        private long blobs(Sending sending) {
            return new Rows(stack)
                    .count(
                            "select count(*) from blob where id in"
                                    + " (select blob from exhibit_piece where exhibit = ?::uuid)",
                            sending.id());
        }

        @Test
        void nobodyWithoutAGrantGetsAFileAndNoOtherReportHasIt() {
            Case report = Case.of(stack);
            Case other = Case.of(stack);
            Sending sending = Sending.whole(http, report.receipt(), "secret", new byte[] {1, 2});
            Answer foreign = other.exhibit(lead, sending.id());
            Answer absent = other.exhibit(lead, UUID.randomUUID().toString());
            assertEquals(404, foreign.status());
            assertEquals(absent.text(), foreign.text());
            String original = report.exhibitPath(sending.id()) + "/original";
            assertEquals(401, http.post(original, Map.of("reason", "none")).status());
            assertEquals(401, http.get(report.path() + "/exhibits").status());
        }

        @Test
        void aMistypedReceiptIsSaidToBeOne() {
            Answer answer = Sending.asked(http, "1234", "a", 10);
            assertEquals(400, answer.status());
            assertEquals("/problems/receipt-malformed", answer.text("type"));
        }
    }

    @Nested
    class Limits {
        @Test
        void aFileOfMoreThanTwoGibibytesAndAnEmptyOneAreRefused() {
            Case report = Case.of(stack);
            Answer large = Sending.asked(http, report.receipt(), "large", (2L << 30) + 1);
            assertEquals(413, large.status());
            assertEquals("application/problem+json", large.header("Content-Type"));
            assertEquals("too-large", large.json().at("/errors/0/reason").asText());
            assertEquals(400, Sending.asked(http, report.receipt(), "empty", 0).status());
            Sending.asked(http, report.receipt(), "just so", 2L << 30).require(201);
        }

        @Test
        void aReportHasFiftyFilesAndFourGibibytes() {
            Case full = Case.of(stack);
            for (int i = 0; i < 50; i++) {
                Sending.begun(http, full.receipt(), "file " + i, 1);
            }
            Answer one = Sending.asked(http, full.receipt(), "one more", 1);
            assertEquals("too-many-files", one.json().at("/errors/0/reason").asText());

            Case heavy = Case.of(stack);
            Sending first = Sending.begun(http, heavy.receipt(), "first", 2L << 30);
            Sending.begun(http, heavy.receipt(), "second", 2L << 30);
            Answer third = Sending.asked(http, heavy.receipt(), "third", 1);
            assertEquals(413, third.status());
            assertEquals("no-room", third.json().at("/errors/0/reason").asText());
            first.cancel(http).require(204);
            Sending.asked(http, heavy.receipt(), "third", 1).require(201);
        }

        @Test
        void elsewhereARequestMayBringLittle() {
            String much = "x".repeat(2_200_000);
            assertEquals(413, http.post("/api/v1/inbox", Map.of("receipt", much)).status());
            assertEquals(413, http.form("/en/inbox", Map.of("receipt", much)).status());
        }
    }

    @Nested
    class Protocol {
        @Test
        void theServerSaysWhatItSpeaks() {
            Answer options = http.send("OPTIONS", "/api/v1/uploads", BodyPublishers.noBody());
            assertEquals(204, options.status());
            assertEquals("1.0.0", options.header("Tus-Version"));
            assertEquals("termination,expiration", options.header("Tus-Extension"));
            assertEquals(Long.toString(2L << 30), options.header("Tus-Max-Size"));
        }

        @Test
        void anotherVersionIsRefusedAndTheOneThatIsSpokenNamed() {
            Case report = Case.of(stack);
            Sending sending = Sending.begun(http, report.receipt(), "a", 10);
            Answer answer =
                    http.send(
                            "HEAD",
                            sending.path(),
                            BodyPublishers.noBody(),
                            "Tus-Resumable",
                            "0.2.2",
                            "Upload-Token",
                            sending.token());
            assertEquals(412, answer.status());
            assertEquals("1.0.0", answer.header("Tus-Version"));
        }

        @Test
        void whereItStandsIsSaidWithLengthAndEnd() {
            Case report = Case.of(stack);
            Sending sending = Sending.begun(http, report.receipt(), "a", 10);
            Answer head = sending.head(http).require(204);
            assertEquals("0", head.header("Upload-Offset"));
            assertEquals("10", head.header("Upload-Length"));
            assertEquals("1.0.0", head.header("Tus-Resumable"));
            assertTrue(head.header("Upload-Expires").endsWith(":00:00 GMT"));
            assertEquals("no-store", head.header("Cache-Control"));
        }

        @Test
        void aWholeFileSaysSoToWhoeverLostTheAnswer() {
            Case report = Case.of(stack);
            Sending sending = Sending.whole(http, report.receipt(), "a", new byte[10]);
            assertEquals(10, sending.offset(http));
            assertEquals(409, sending.patch(http, 0, new byte[10]).status());
            assertEquals(409, sending.cancel(http).status());
            assertEquals(1, report.exhibits(lead).size());
        }
    }

    @Test
    void withdrawalDestroysFilesThatAreThereAndOnTheirWay() {
        Case report = Case.of(stack);
        Sending whole = Sending.whole(http, report.receipt(), "a", new byte[10]);
        Sending half = Sending.begun(http, report.receipt(), "b", 2L * PIECE);
        half.patch(http, 0, new byte[PIECE]).require(204);
        String blobs =
                "select string_agg(blob::text, ',') from exhibit_piece p"
                        + " join exhibit e on e.id = p.exhibit where report = ?";
        UUID id = UUID.fromString(report.id());
        String names = rows.text(blobs, id);
        assertNotEquals(null, names);

        http.post("/api/v1/inbox/withdrawal", Map.of("receipt", report.receipt())).require(204);
        assertEquals(404, whole.head(http).status());
        assertEquals(404, half.patch(http, PIECE, new byte[PIECE]).status());
        assertEquals(0, rows.count("select count(*)::text from exhibit where report = ?", id));
        String left =
                "select count(*)::text from blob where id::text = any (string_to_array(?, ','))";
        assertEquals(0, rows.count(left, names));
    }
}

package org.amanet.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.ObjectStore;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Case;
import org.amanet.testing.Rows;
import org.amanet.testing.Sending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What both stores promise, asked of the database and of a bucket on a server that speaks S3. */
class BlobStoreIT {
    private static final int PIECE = Sending.PIECE_BYTES;
    private static final Stack STACK = Stack.shared();
    private static final Rows ROWS = new Rows(STACK);

    /** The promises. */
    abstract static class Contract {
        /** A service that keeps its files there. */
        abstract Service service();

        /** How many lots of bytes lie there for an exhibit's pieces. */
        abstract long kept(List<UUID> blobs);

        Http http() {
            return service().http();
        }

        Session lead() {
            return STACK.unlockedAt(service(), "lead");
        }

        static List<UUID> blobs(Sending sending) {
            String query =
                    "select coalesce(string_agg(blob::text, ','), '') from exhibit_piece"
                            + " where exhibit = ?";
            String names = ROWS.text(query, UUID.fromString(sending.id()));
            return Stream.of(names.split(","))
                    .filter(n -> !n.isEmpty())
                    .map(UUID::fromString)
                    .toList();
        }

        @Test
        void whatGoesInComesOut() {
            Case report = Case.of(STACK);
            byte[] content = Sending.content(1, 2 * PIECE + 1);
            Sending sending = Sending.whole(http(), report.receipt(), "a", content);
            assertEquals(16, kept(blobs(sending)));
            Answer taken = report.exhibit(lead(), sending.id()).require(200);
            assertArrayEquals(content, taken.body());
        }

        @Test
        void whatWasAcknowledgedIsThereAfterTheServiceWasKilled() {
            Case report = Case.of(STACK);
            byte[] content = Sending.content(2, PIECE + 5);
            Service other = another();
            Sending sending = Sending.begun(other.http(), report.receipt(), "a", content.length);
            sending.patch(other.http(), 0, Arrays.copyOf(content, PIECE)).require(204);
            other.kill();
            assertEquals(1, kept(blobs(sending)));
            sending.rest(http(), content, sending.offset(http()));
            assertArrayEquals(content, report.exhibit(lead(), sending.id()).require(200).body());
        }

        /** One more of the same deployment; whoever starts it ends it. */
        abstract Service another();

        @Test
        void whatIsGivenUpAndWhatIsWithdrawnIsGone() {
            Case report = Case.of(STACK);
            Sending half = Sending.begun(http(), report.receipt(), "a", 2L * PIECE);
            half.patch(http(), 0, new byte[PIECE]).require(204);
            List<UUID> given = blobs(half);
            assertEquals(1, kept(given));
            half.cancel(http()).require(204);
            assertEquals(0, kept(given));

            Sending whole = Sending.whole(http(), report.receipt(), "b", new byte[70_000]);
            List<UUID> withdrawn = blobs(whole);
            assertEquals(1, kept(withdrawn));
            Object receipt = Map.of("receipt", report.receipt());
            http().post("/api/v1/inbox/withdrawal", receipt).require(204);
            assertEquals(0, kept(withdrawn));
        }

        @Test
        void aPieceThatIsMissingIsSaidToBeBroken() {
            Case report = Case.of(STACK);
            Sending sending = Sending.whole(http(), report.receipt(), "a", new byte[10]);
            lose(blobs(sending).getFirst());
            assertEquals(409, report.exhibit(lead(), sending.id()).status());
            assertEquals(200, lead().get(report.path()).status());
        }

        abstract void lose(UUID blob);
    }

    @Nested
    class InTheDatabase extends Contract {
        @Override
        Service service() {
            return STACK.service();
        }

        @Override
        Service another() {
            return STACK.replica(Map.of());
        }

        @Override
        long kept(List<UUID> blobs) {
            return blobs.stream()
                    .mapToLong(b -> ROWS.count("select count(*)::text from blob where id = ?", b))
                    .sum();
        }

        @Override
        void lose(UUID blob) {
            ROWS.change("delete from blob where id = ?", blob);
        }
    }

    @Nested
    class InABucket extends Contract {
        private static ObjectStore objects;
        private static Service service;

        @BeforeAll
        static void start() {
            objects = STACK.objectStore();
            Map<String, String> settings = new HashMap<>(objects.settings());
            settings.put("amanet.evidence.sweep", "2s");
            service = STACK.replica(settings);
        }

        @AfterAll
        static void stop() {
            service.close();
            objects.close();
        }

        @Override
        Service service() {
            return service;
        }

        @Override
        Service another() {
            return STACK.replica(objects.settings());
        }

        private static Path object(UUID blob) {
            return objects.folder().resolve("blobs").resolve(blob.toString());
        }

        @Override
        long kept(List<UUID> blobs) {
            return blobs.stream().filter(blob -> Files.exists(object(blob))).count();
        }

        @Override
        void lose(UUID blob) {
            try {
                Files.delete(object(blob));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void nothingInTheBucketCanBeRead() throws IOException {
            Case report = Case.of(STACK);
            byte[] content = "zlatorog ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            Sending sending = Sending.whole(http(), report.receipt(), "zlatorog", content);
            for (UUID blob : blobs(sending)) {
                byte[] kept = Files.readAllBytes(object(blob));
                String text = new String(kept, StandardCharsets.ISO_8859_1);
                assertTrue(text.startsWith("age-encryption.org/v1"));
                assertFalse(text.contains("zlatorog"));
            }
        }

        @Test
        void whatIsLeftOverIsSweptWhenItIsOldAndNotBefore() throws Exception {
            Case report = Case.of(STACK);
            Sending sending = Sending.whole(http(), report.receipt(), "kept", new byte[5]);
            UUID referredTo = blobs(sending).getFirst();
            UUID old = UUID.randomUUID();
            UUID fresh = UUID.randomUUID();
            Files.write(object(old), new byte[] {1});
            Files.write(object(fresh), new byte[] {1});
            Instant before = Instant.now().minus(Duration.ofHours(2));
            Files.setLastModifiedTime(object(old), FileTime.from(before));
            Files.setLastModifiedTime(object(referredTo), FileTime.from(before));

            for (int i = 0; i < 900 && Files.exists(object(old)); i++) {
                Thread.sleep(100);
            }
            assertFalse(Files.exists(object(old)), "what is left over stays");
            assertTrue(Files.exists(object(fresh)), "what may be on its way was destroyed");
            assertTrue(Files.exists(object(referredTo)), "what belongs to a file was destroyed");
        }
    }
}

package org.amanet.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.AgeFile;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Holder;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealedPart;
import org.amanet.sealing.SealedPiece;
import org.amanet.testing.Case;
import org.amanet.testing.Rows;
import org.amanet.testing.Sending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pieces that the sender has sealed, as a browser does. */
class SealedUploadIT {
    private static final int SMALL = 64 * 1024;
    private static final UUID REPORTER = new UUID(0, 1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack = Stack.shared();
    private final Http http = stack.http();
    private final Session lead = stack.unlocked("lead");
    private final Case report = Case.of(stack);
    private final Recipient account = account();

    /** The public half of the report's key, by way of the reporter's own grant. */
    private Recipient account() {
        String query =
                "select encode(sealed, 'hex') from report_grant"
                        + " where report = ? and compartment = 'ACCOUNT' and holder = ?";
        UUID id = UUID.fromString(report.id());
        byte[] sealed = HexFormat.of().parseHex(new Rows(stack).text(query, id, REPORTER));
        Place place = new Place(id, REPORTER, "GRANT", "ACCOUNT", 1);
        try (DerivedIdentity reporter = Holder.of(stack, report.receipt());
                Identity key =
                        Identity.parse(SealedPart.open(place, sealed, reporter.identity()))) {
            return key.recipient();
        }
    }

    private Sending begun(int pieces, int room) {
        return begun(pieces, room, null);
    }

    private Sending begun(int pieces, int room, @Nullable String token) {
        return Sending.of(asked(pieces, room, token));
    }

    private Answer asked(int pieces, int room, @Nullable String token) {
        Map<String, Object> wanted =
                new HashMap<>(Map.of("sealed", true, "pieces", pieces, "pieceBytes", room));
        wanted.put("receipt", report.receipt());
        wanted.put("token", token);
        return http.post("/api/v1/inbox/uploads", wanted);
    }

    private Place place(Sending sending, String kind) {
        UUID exhibit = UUID.fromString(sending.id());
        return new Place(UUID.fromString(sending.report()), exhibit, kind, "ACCOUNT", 1);
    }

    private byte[] piece(Sending sending, int number, byte[] content, int room) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        Place place = place(sending, "PIECE.%05d".formatted(number));
        try (OutputStream out = SealedPiece.sealing(place, sealed, account, room)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed.toByteArray();
    }

    private static Map<String, Object> particulars(byte[] content) {
        return Map.of(
                "name",
                "sealed here.png",
                "type",
                "",
                "kind",
                "PNG",
                "size",
                content.length,
                "sha256",
                Digests.hex(Digests.sha256(content)),
                "sha512",
                Digests.hex(Digests.sha512(content)));
    }

    private Answer complete(Sending sending, byte[] sealed) {
        String encoded = Base64.getEncoder().encodeToString(sealed);
        return http.post(
                sending.path() + "/completion",
                Map.of("particulars", encoded),
                "Upload-Token",
                sending.token());
    }

    private Answer complete(Sending sending, byte[] sealed, String recipient) {
        String encoded = Base64.getEncoder().encodeToString(sealed);
        return http.post(
                sending.path() + "/completion",
                Map.of("particulars", encoded, "recipient", recipient),
                "Upload-Token",
                sending.token());
    }

    private byte[] sealed(Sending sending, Object content) {
        try {
            byte[] plain = JSON.writeValueAsBytes(content);
            return SealedPart.seal(place(sending, "EXHIBIT"), plain, List.of(account));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatWasSealedBeforeItCameOpensLikeAnyOther() {
        byte[] content = Sending.content(1, SMALL - 10);
        Sending sending = begun(1, SMALL);
        assertEquals(66_008, sending.length());
        sending.patch(http, 0, piece(sending, 0, content, SMALL)).require(204);
        assertEquals(0, report.exhibits(lead).size());
        complete(sending, sealed(sending, particulars(content))).require(204);

        assertEquals("sealed here.png", report.exhibits(lead).at("/0/name").asText());
        assertArrayEquals(content, report.exhibit(lead, sending.id()).require(200).body());
    }

    @Test
    void piecesAndTheirPaddingComeOneByOne() {
        byte[] content = Sending.content(2, Layout.PIECE_BYTES + 5);
        Sending sending = begun(2, Layout.PIECE_BYTES);
        int piece = Layout.PIECE_BYTES;
        byte[] first = piece(sending, 0, Arrays.copyOf(content, piece), piece);
        byte[] last = piece(sending, 1, Arrays.copyOfRange(content, piece, piece + 5), piece);
        sending.breakOff(http, 0, first, 100_000);
        sending.patch(http, 0, first).require(204);
        assertEquals(409, complete(sending, sealed(sending, particulars(content))).status());
        sending.patch(http, sending.pieceBytes(), last).require(204);
        complete(sending, sealed(sending, particulars(content))).require(204);
        assertEquals(409, complete(sending, sealed(sending, particulars(content))).status());

        assertArrayEquals(content, report.exhibit(lead, sending.id()).require(200).body());
    }

    /** Nobody has to send 64 MiB because they have nine. */
    @Test
    void emptyPiecesBehindTheLastAreLeftToTheService() {
        int piece = Layout.PIECE_BYTES;
        byte[] content = Sending.content(8, 2 * piece + 5);
        Sending sending = begun(16, piece);
        for (int number = 0; number < 3; number++) {
            int from = number * piece;
            byte[] part = Arrays.copyOfRange(content, from, Math.min(from + piece, content.length));
            byte[] sealed = piece(sending, number, part, piece);
            sending.patch(http, number * sending.pieceBytes(), sealed).require(204);
        }
        byte[] particulars = sealed(sending, particulars(content));
        assertEquals(409, complete(sending, particulars).status());
        assertEquals(400, complete(sending, particulars, "age1nobody").status());
        complete(sending, particulars, account.encoded()).require(204);
        assertEquals(409, complete(sending, particulars, account.encoded()).status());

        assertArrayEquals(content, report.exhibit(lead, sending.id()).require(200).body());
        String shape =
                "select count(*) || ' ' || min(length(b.bytes)) || ' ' || max(length(b.bytes))"
                        + " from exhibit_piece p join blob b on b.id = p.blob"
                        + " where p.exhibit = ?::uuid";
        long size = sending.pieceBytes();
        assertEquals("16 " + size + " " + size, new Rows(stack).text(shape, sending.id()));
    }

    @Test
    void aTokenOfTheSendersOwnGoesOnWithWhatWasBegun() {
        int piece = Layout.PIECE_BYTES;
        byte[] content = Sending.content(9, piece + 5);
        String token = UploadToken.generate().value();
        Sending first = begun(2, piece, token);
        assertEquals(token, first.token());
        first.patch(http, 0, piece(first, 0, Arrays.copyOf(content, piece), piece)).require(204);
        Answer again = asked(2, piece, token).require(201);
        assertEquals(first.id(), again.text("id"));
        assertEquals(first.pieceBytes(), again.json().path("offset").asLong());
        byte[] last = piece(first, 1, Arrays.copyOfRange(content, piece, piece + 5), piece);
        first.patch(http, first.pieceBytes(), last).require(204);
        complete(first, sealed(first, particulars(content))).require(204);
        assertArrayEquals(content, report.exhibit(lead, first.id()).require(200).body());

        Sending second = begun(2, piece, token);
        assertFalse(second.id().equals(first.id()), "what is whole is begun again");
        String other = Case.of(stack).receipt();
        Object elsewhere =
                Map.of(
                        "receipt",
                        other,
                        "sealed",
                        true,
                        "pieces",
                        2,
                        "pieceBytes",
                        piece,
                        "token",
                        token);
        assertEquals(409, http.post("/api/v1/inbox/uploads", elsewhere).status());
        assertEquals(400, asked(2, piece, "short").status());
    }

    /** The reporter's lock comes with it, so that nobody needs to be told the key by hand. */
    @Test
    void whomToSealToStandsInTheReportersLock() {
        byte[] lock = Base64.getDecoder().decode(asked(1, SMALL, null).text("lock"));
        Place place = new Place(UUID.fromString(report.id()), REPORTER, "GRANT", "ACCOUNT", 1);
        try (DerivedIdentity reporter = Holder.of(stack, report.receipt());
                Identity key = Identity.parse(SealedPart.open(place, lock, reporter.identity()))) {
            assertEquals(account.encoded(), key.recipient().encoded());
        }
    }

    @Test
    void theLookupIdDoesInsteadOfTheReceipt() {
        byte[] content = Sending.content(3, 10);
        Sending sending;
        try (DerivedIdentity reporter = Holder.of(stack, report.receipt())) {
            Object wanted = byLookup(reporter.lookupId(), reporter.identity().recipient());
            sending = Sending.of(http.post("/api/v1/inbox/uploads", wanted));
        }
        assertEquals(report.id(), sending.report());
        sending.patch(http, 0, piece(sending, 0, content, SMALL)).require(204);
        complete(sending, sealed(sending, particulars(content))).require(204);
        assertArrayEquals(content, report.exhibit(lead, sending.id()).require(200).body());
    }

    @Test
    void aLookupIdThatNobodyHoldsDoesAlike() {
        try (Identity nobody = Identity.generate()) {
            Object wanted = byLookup(Randomness.bytes(32), nobody.recipient());
            Answer admitted = http.post("/api/v1/inbox/uploads", wanted);
            Sending sending = Sending.of(admitted);
            UUID found = UUID.fromString(sending.report());
            byte[] lock = Base64.getDecoder().decode(admitted.text("lock"));
            SealedPart.open(new Place(found, REPORTER, "GRANT", "ACCOUNT", 1), lock, nobody);
            assertFalse(sending.report().equals(report.id()));
            sending.patch(http, 0, piece(sending, 0, new byte[5], SMALL)).require(204);
            complete(sending, sealed(sending, particulars(new byte[5]))).require(204);
        }
    }

    private static Object byLookup(byte[] lookup, Recipient recipient) {
        return Map.of(
                "lookup",
                Base64.getUrlEncoder().withoutPadding().encodeToString(lookup),
                "recipient",
                recipient.encoded(),
                "sealed",
                true,
                "pieces",
                1,
                "pieceBytes",
                SMALL);
    }

    @Test
    void whatIsNotSealedIsNotTakenForIt() {
        Sending sending = begun(1, SMALL);
        Answer clear = sending.patch(http, 0, new byte[66_008]);
        assertEquals(400, clear.status());
        assertEquals("not-sealed", clear.json().at("/errors/0/reason").asText());
        byte[] forTwo =
                AgeFile.seal(new byte[65_000], List.of(account, Identity.generate().recipient()));
        byte[] filled = Arrays.copyOf(forTwo, 66_008);
        assertEquals(400, sending.patch(http, 0, filled).status());
        assertEquals(0, sending.offset(http));

        sending.patch(http, 0, piece(sending, 0, new byte[5], SMALL)).require(204);
        assertEquals(400, complete(sending, new byte[500]).status());
        byte[] unpadded = AgeFile.seal(new byte[500], List.of(account));
        assertEquals(400, complete(sending, unpadded).status());
    }

    @Test
    void sizesThatWouldTellSomethingAreRefused() {
        Object wanted =
                Map.of(
                        "receipt",
                        report.receipt(),
                        "sealed",
                        true,
                        "pieces",
                        3,
                        "pieceBytes",
                        Layout.PIECE_BYTES);
        assertEquals(400, http.post("/api/v1/inbox/uploads", wanted).status());
    }

    @Test
    void whatCannotBeReadIsShownAsSuchAndLosesNothingElse() {
        Sending well = Sending.whole(http, report.receipt(), "well", new byte[] {1, 2, 3});
        Sending senseless = begun(1, SMALL);
        senseless.patch(http, 0, piece(senseless, 0, new byte[5], SMALL)).require(204);
        complete(senseless, sealed(senseless, Map.of("name", "x"))).require(204);
        Sending stranger = begun(1, SMALL);
        stranger.patch(http, 0, piece(stranger, 0, new byte[5], SMALL)).require(204);
        byte[] toSomebodyElse =
                SealedPart.seal(
                        place(stranger, "EXHIBIT"),
                        new byte[10],
                        List.of(Identity.generate().recipient()));
        complete(stranger, toSomebodyElse).require(204);

        JsonNode all = report.exhibits(lead);
        assertEquals(3, all.size());
        assertTrue(all.at("/0/readable").asBoolean());
        assertFalse(all.at("/1/readable").asBoolean());
        assertFalse(all.at("/2/readable").asBoolean());
        lead.get(report.path()).require(200);
        assertEquals(409, report.exhibit(lead, senseless.id()).status());
        report.exhibit(lead, well.id()).require(200);
    }

    @Test
    void aPieceFromElsewhereAndOneThatIsNotWhatWasSaidAreNotGivenOut() {
        byte[] content = Sending.content(5, 1000);
        Sending first = begun(1, SMALL);
        Sending second = begun(1, SMALL);
        second.patch(http, 0, piece(first, 0, content, SMALL)).require(204);
        complete(second, sealed(second, particulars(content))).require(204);
        assertEquals(409, report.exhibit(lead, second.id()).status());

        Sending third = begun(1, SMALL);
        third.patch(http, 0, piece(third, 0, Sending.content(6, 1000), SMALL)).require(204);
        complete(third, sealed(third, particulars(content))).require(204);
        assertEquals(409, report.exhibit(lead, third.id()).status());
    }

    @Test
    void theEndOfALongOneThatIsNotWhatWasSaidIsHeldBack() {
        int piece = Layout.PIECE_BYTES;
        byte[] content = Sending.content(7, piece + 5);
        Sending sending = begun(2, piece);
        byte[] first = piece(sending, 0, Arrays.copyOf(content, piece), piece);
        byte[] other = piece(sending, 1, new byte[5], piece);
        sending.patch(http, 0, first).require(204);
        sending.patch(http, sending.pieceBytes(), other).require(204);
        complete(sending, sealed(sending, particulars(content))).require(204);

        assertThrows(
                UncheckedIOException.class,
                () -> {
                    Answer whole = report.exhibit(lead, sending.id());
                    fail(whole.status() + ", " + whole.body().length + " bytes");
                });
        String log = lead.get(report.path()).require(200).json().path("history").toString();
        assertTrue(log.contains("SEAL_BROKEN"), log);
    }
}

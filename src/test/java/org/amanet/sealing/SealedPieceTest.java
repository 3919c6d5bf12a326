package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SealedPieceTest {
    private static final int ROOM = 64 * 1024;
    private static final UUID REPORT = new UUID(1, 1);
    private static final UUID EXHIBIT = new UUID(2, 2);

    private final Identity identity = Identity.generate();

    private static Place place(String kind) {
        return new Place(REPORT, EXHIBIT, kind, "ACCOUNT", 1);
    }

    private byte[] sealed(byte[] content, int room) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out =
                SealedPiece.sealing(place("PIECE.00007"), sealed, identity.recipient(), room)) {
            out.write(content);
        }
        return sealed.toByteArray();
    }

    @Property(tries = 30)
    void howMuchIsInItDoesNotShow(@ForAll @IntRange(max = ROOM) int length) throws IOException {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 0x80);
        byte[] sealed = sealed(content, ROOM);

        assertEquals(SealedPiece.sealedBytes(ROOM), sealed.length);
        assertTrue(SealedPiece.isHeadForOne(sealed));
        try (InputStream in =
                SealedPiece.opening(
                        place("PIECE.00007"), new ByteArrayInputStream(sealed), identity)) {
            assertArrayEquals(content, in.readAllBytes());
        }
    }

    @Example
    void theWholePieceHasTheSizeThatIsPublished() throws IOException {
        assertEquals(66_008, SealedPiece.sealedBytes(64 * 1024));
        assertEquals(1_049_288, SealedPiece.sealedBytes(1024 * 1024));
        assertEquals(4_195_784, SealedPiece.sealedBytes(4 * 1024 * 1024));
        assertEquals(4_195_784, sealed(new byte[4 * 1024 * 1024], 4 * 1024 * 1024).length);
    }

    @Example
    void anotherNumberIsAnotherPlace() throws IOException {
        byte[] sealed = sealed(new byte[5], ROOM);
        assertThrows(
                SealBroken.class,
                () ->
                        SealedPiece.opening(
                                place("PIECE.00008"), new ByteArrayInputStream(sealed), identity));
    }

    @Example
    void onlyOneRecipientOfTheOneKindIsAHeadForOne() {
        Recipient other = Identity.generate().recipient();
        byte[] two = AgeFile.seal(new byte[10], List.of(identity.recipient(), other));
        byte[] one = AgeFile.seal(new byte[10], List.of(other));
        byte[] changed = one.clone();
        changed[30] = '!';

        assertTrue(SealedPiece.isHeadForOne(one));
        assertFalse(SealedPiece.isHeadForOne(two));
        assertFalse(SealedPiece.isHeadForOne(changed));
        assertFalse(SealedPiece.isHeadForOne(new byte[0]));
        assertFalse(SealedPiece.isHeadForOne(new byte[1000]));
    }

    @Example
    void sizesOfPartsAreKnown() {
        byte[] part =
                SealedPart.seal(place("EXHIBIT"), new byte[2000], List.of(identity.recipient()));
        assertEquals(SealedPiece.sealedSize(4096), part.length);
    }
}

package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgeFileTest {
    private static final int CHUNK = 64 * 1024;
    private static final int TAG = 16;

    private final Identity identity = Identity.generate();

    private byte[] sealed(byte[] plain) {
        return AgeFile.seal(plain, List.of(identity.recipient()));
    }

    private static byte[] random(int length) {
        return Randomness.bytes(length);
    }

    /** Where the head ends and the nonce begins. */
    private static int headLength(byte[] sealed) {
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        return text.indexOf('\n', text.indexOf("\n--- ") + 1) + 1;
    }

    private void assertRefused(byte[] tampered, String what) {
        SealBroken thrown =
                assertThrows(SealBroken.class, () -> AgeFile.open(tampered, identity), what);
        assertEquals(new SealBroken().getMessage(), thrown.getMessage());
        assertEquals(0, thrown.getStackTrace().length);
        assertEquals(null, thrown.getCause());
        assertEquals(0, thrown.getSuppressed().length);
    }

    private static byte[] flipped(byte[] bytes, int position, int bit) {
        byte[] tampered = bytes.clone();
        tampered[position] ^= (byte) (1 << bit);
        return tampered;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Test
    void nothingIsSealedToNobody() {
        assertThrows(IllegalArgumentException.class, () -> AgeFile.seal(new byte[1], List.of()));
    }

    @Test
    void theSameContentNeverLooksTheSame() {
        byte[] plain = random(100);
        assertTrue(!Arrays.equals(sealed(plain), sealed(plain)));
    }

    @Test
    void aStreamBelowThatFailsIsNotABrokenSeal() {
        byte[] sealed = sealed(random(3 * CHUNK));
        InputStream failing =
                new InputStream() {
                    private int position;

                    @Override
                    public int read() throws IOException {
                        if (position == 2 * CHUNK) {
                            throw new IOException("the store is away");
                        }
                        return sealed[position++] & 0xff;
                    }
                };
        IOException thrown =
                assertThrows(
                        IOException.class, () -> AgeFile.opening(failing, identity).readAllBytes());
        assertEquals("the store is away", thrown.getMessage());
    }

    @Nested
    class Tampered {
        @Test
        void aFlippedBitAnywhereIsRefused() {
            byte[] sealed = sealed(random(40));
            for (int i = 0; i < sealed.length; i++) {
                for (int bit = 0; bit < 8; bit++) {
                    assertRefused(flipped(sealed, i, bit), "bit " + bit + " of byte " + i);
                }
            }
        }

        @Test
        void aByteMissingOrAddedAnywhereIsRefused() {
            byte[] sealed = sealed(random(40));
            List<Integer> added = new ArrayList<>(List.of(0, 0xff));
            " \n\r\t-+/=A".chars().forEach(added::add);
            for (int i = 0; i <= sealed.length; i++) {
                byte[] before = Arrays.copyOf(sealed, i);
                byte[] after = Arrays.copyOfRange(sealed, i, sealed.length);
                for (int one : added) {
                    assertRefused(joined(before, new byte[] {(byte) one}, after), one + " at " + i);
                }
                if (i < sealed.length) {
                    byte[] rest = Arrays.copyOfRange(sealed, i + 1, sealed.length);
                    assertRefused(joined(before, rest), "without byte " + i);
                }
            }
        }

        @Test
        void theHeadCannotBeWrittenDifferently() {
            String text = new String(sealed(random(1)), StandardCharsets.ISO_8859_1);
            for (String[] change :
                    new String[][] {
                        {"\n--- ", "\n "},
                        {"\n--- ", "\n---- "},
                        {"\n--- ", "\n\n--- "},
                        {"-> X25519 ", "-> X25519  "},
                        {"-> X25519 ", "->  X25519 "},
                        {"-> X25519 ", "-> grease\n\n-> X25519 "},
                        {"/v1\n", "/v1\n\n"},
                        {"/v1\n", "/v1\r\n"},
                        {"age-encryption.org", "\uFEFFage-encryption.org"},
                    }) {
                String changed = text.replace(change[0], change[1]);
                assertTrue(!changed.equals(text));
                assertRefused(
                        changed.getBytes(StandardCharsets.ISO_8859_1), Arrays.toString(change));
            }
        }

        @Test
        void everyChunkOfALongPayloadIsGuarded() {
            byte[] sealed = sealed(random(3 * CHUNK + 5));
            int nonce = headLength(sealed);
            for (int i = nonce; i < sealed.length; i += 4_999) {
                assertRefused(flipped(sealed, i, 0), "byte " + i);
            }
            for (int end = nonce + TAG; end < sealed.length; end += CHUNK + TAG) {
                assertRefused(flipped(sealed, end, 7), "first of a chunk");
                assertRefused(flipped(sealed, end - 1, 7), "last of a chunk");
            }
            assertRefused(flipped(sealed, sealed.length - 1, 7), "last byte");
        }

        @Test
        void chunksCannotChangePlacesNorBeRepeatedNorLeftOut() {
            byte[] sealed = sealed(random(3 * CHUNK));
            int start = headLength(sealed) + 16;
            byte[] head = Arrays.copyOf(sealed, start);
            byte[][] chunks = new byte[3][];
            for (int i = 0; i < 3; i++) {
                int from = start + i * (CHUNK + TAG);
                chunks[i] = Arrays.copyOfRange(sealed, from, from + CHUNK + TAG);
            }
            assertArrayEquals(sealed, joined(head, chunks[0], chunks[1], chunks[2]));
            assertRefused(joined(head, chunks[1], chunks[0], chunks[2]), "swapped");
            assertRefused(joined(head, chunks[0], chunks[0], chunks[2]), "repeated");
            assertRefused(joined(head, chunks[0], chunks[2]), "left out");
            assertRefused(joined(head, chunks[2]), "only the last");
            assertRefused(joined(head, chunks[0], chunks[1], chunks[2], chunks[2]), "twice");
        }

        @Test
        void aHeadOfOneFileDoesNotOpenThePayloadOfAnother() {
            byte[] one = sealed(random(40));
            byte[] other = sealed(random(40));
            int end = headLength(one);
            assertRefused(
                    joined(
                            Arrays.copyOf(one, end),
                            Arrays.copyOfRange(other, headLength(other), other.length)),
                    "head and payload of two files");
        }
    }

    @Nested
    class CutShort {
        @Test
        void everyLengthOfAShortFileIsRefused() {
            byte[] sealed = sealed(random(40));
            for (int length = 0; length < sealed.length; length++) {
                assertRefused(Arrays.copyOf(sealed, length), "length " + length);
            }
        }

        @Test
        void atEveryChunkAndInTheMiddleOfEveryChunk() {
            byte[] sealed = sealed(random(4 * CHUNK));
            int payload = headLength(sealed) + 16;
            for (int chunk = 0; chunk < 4; chunk++) {
                int boundary = payload + chunk * (CHUNK + TAG);
                for (int more : new int[] {-1, 0, 1, TAG, CHUNK / 2, CHUNK, CHUNK + TAG - 1}) {
                    assertRefused(Arrays.copyOf(sealed, boundary + more), chunk + " + " + more);
                }
            }
        }

        @Test
        void trailingGarbageIsRefusedWhereverThePayloadEnds() {
            for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK}) {
                byte[] sealed = sealed(random(length));
                for (int more : new int[] {1, TAG, TAG + 1, CHUNK + TAG}) {
                    assertRefused(Arrays.copyOf(sealed, sealed.length + more), length + "+" + more);
                }
                assertRefused(joined(sealed, sealed), "twice the same file");
            }
        }

        /**
         * Where the head and the nonce fill the library's buffer, it takes no payload for an empty
         * one.
         */
        @Test
        void aHeadWithoutAPayloadIsRefusedHoweverLongItIs() throws Exception {
            for (int length : new int[] {CHUNK - 2, CHUNK - 1, CHUNK}) {
                byte[] sealed = withHeadOf(length);
                assertEquals(length, headLength(sealed));
                if (length < CHUNK) {
                    assertArrayEquals(new byte[0], AgeFile.open(sealed, identity));
                }
                assertRefused(Arrays.copyOf(sealed, length + TAG), "head of " + length);
            }
        }
    }

    /** Nothing, sealed under a head of exactly this length: another kind of stanza fills it. */
    private byte[] withHeadOf(int length) throws Exception {
        int known = headLength(sealed(new byte[0]));
        byte[] body = new byte[48 * 1000];
        int bodyColumns = body.length / 3 * 4;
        int typeLength = length - known - bodyColumns - bodyColumns / 64 - "-> \n\n".length();
        RecipientStanza filler =
                new RecipientStanza() {
                    @Override
                    public String getType() {
                        return "g".repeat(typeLength);
                    }

                    @Override
                    public List<String> getArguments() {
                        return List.of();
                    }

                    @Override
                    public byte[] getBody() {
                        return body;
                    }
                };
        RecipientStanzaWriter writer = key -> List.of(filler);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StandardEncryptingChannelFactory()
                .newEncryptingChannel(
                        Channels.newChannel(out), List.of(writer, identity.recipient().writer()))
                .close();
        return out.toByteArray();
    }

    @Nested
    class AfterABreak {
        /** The library's buffer still holds the chunk before; it must not come out again. */
        @Test
        void nothingMoreIsRead() throws IOException {
            byte[] sealed = sealed(random(3 * CHUNK));
            sealed[sealed.length - CHUNK] ^= 1;
            byte[] buffer = new byte[CHUNK];
            try (InputStream in = AgeFile.opening(new ByteArrayInputStream(sealed), identity)) {
                assertEquals(CHUNK, in.readNBytes(buffer, 0, CHUNK));
                assertEquals(CHUNK, in.readNBytes(buffer, 0, CHUNK));
                for (int i = 0; i < 3; i++) {
                    assertThrows(SealBroken.class, () -> in.read(buffer));
                    assertThrows(SealBroken.class, in::read);
                    assertThrows(SealBroken.class, () -> in.skipNBytes(1));
                }
            }
        }
    }

    @Nested
    class AsSomebodyElse {
        @Test
        void aWrongKeyIsRefusedInTheSameWords() {
            byte[] sealed = sealed(random(40));
            try (Identity other = Identity.generate()) {
                SealBroken wrongKey =
                        assertThrows(SealBroken.class, () -> AgeFile.open(sealed, other));
                SealBroken tampered =
                        assertThrows(
                                SealBroken.class,
                                () ->
                                        AgeFile.open(
                                                flipped(sealed, sealed.length - 1, 0), identity));
                assertEquals(tampered.toString(), wrongKey.toString());
                assertEquals(0, wrongKey.getStackTrace().length);
                assertEquals(null, wrongKey.getCause());
            }
        }

        @Test
        void aWipedIdentityOpensNothing() {
            byte[] sealed = sealed(random(40));
            identity.close();
            assertThrows(IllegalStateException.class, () -> AgeFile.open(sealed, identity));
            assertThrows(IllegalStateException.class, identity::recipient);
            assertThrows(IllegalStateException.class, identity::encodedBytes);
        }
    }
}

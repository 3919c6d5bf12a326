package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SealedPartTest {
    private static final UUID REPORT = new UUID(1, 1);
    private static final UUID PART = new UUID(2, 2);
    private static final Place PLACE = new Place(REPORT, PART, "ACCOUNT", "account", 2);

    private static final List<Place> OTHER_PLACES =
            List.of(
                    new Place(new UUID(1, 9), PART, "ACCOUNT", "account", 2),
                    new Place(REPORT, new UUID(2, 9), "ACCOUNT", "account", 2),
                    new Place(PART, REPORT, "ACCOUNT", "account", 2),
                    new Place(REPORT, PART, "MESSAGE", "account", 2),
                    new Place(REPORT, PART, "ACCOUNT", "relatives", 2),
                    new Place(REPORT, PART, "ACCOUNT", "account", 1),
                    new Place(REPORT, PART, "ACCOUNT", "account", 3),
                    new Place(REPORT, PART, "ACCOUNT", "account", 22));

    private final Identity identity = Identity.generate();
    private final List<Recipient> recipients = List.of(identity.recipient());

    private byte[] streamed(Place place, byte[] content) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = SealedPart.sealing(place, sealed, recipients)) {
            int half = content.length / 2;
            out.write(content, 0, half);
            for (int i = half; i < content.length; i++) {
                out.write(content[i]);
            }
        }
        return sealed.toByteArray();
    }

    private byte[] read(Place place, byte[] sealed) throws IOException {
        try (InputStream in =
                SealedPart.opening(place, new ByteArrayInputStream(sealed), identity)) {
            return in.readAllBytes();
        }
    }

    @Property(tries = 60)
    void bothWaysInAndBothWaysOutAreTheSame(@ForAll byte[] content) throws IOException {
        for (byte[] sealed :
                List.of(SealedPart.seal(PLACE, content, recipients), streamed(PLACE, content))) {
            assertArrayEquals(content, SealedPart.open(PLACE, sealed, identity));
            assertArrayEquals(content, read(PLACE, sealed));
        }
    }

    @Example
    void contentThatLooksLikePaddingStaysContent() throws IOException {
        for (byte[] content :
                List.of(
                        new byte[0],
                        new byte[] {(byte) 0x80},
                        new byte[] {1, (byte) 0x80, 0, 0, 0},
                        new byte[100_000])) {
            byte[] sealed = SealedPart.seal(PLACE, content, recipients);
            assertArrayEquals(content, SealedPart.open(PLACE, sealed, identity));
            assertArrayEquals(content, read(PLACE, sealed));
        }
    }

    @Example
    void aPartFoundInAnotherPlaceIsRefused() {
        byte[] content = "the account".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = SealedPart.seal(PLACE, content, recipients);
        for (Place other : OTHER_PLACES) {
            SealBroken moved =
                    assertThrows(SealBroken.class, () -> SealedPart.open(other, sealed, identity));
            assertThrows(SealBroken.class, () -> read(other, sealed));
            byte[] backwards = SealedPart.seal(other, content, recipients);
            assertThrows(SealBroken.class, () -> SealedPart.open(PLACE, backwards, identity));
            assertEquals(new SealBroken().toString(), moved.toString());
        }
    }

    @Example
    void anAgeFileWithoutAPlaceIsNoPart() {
        for (int length : new int[] {0, 1, 50, 1_000}) {
            byte[] sealed = AgeFile.seal(new byte[length], recipients);
            assertThrows(SealBroken.class, () -> SealedPart.open(PLACE, sealed, identity));
            assertThrows(SealBroken.class, () -> read(PLACE, sealed));
        }
    }

    @Example
    void aPlaceAloneWithoutPaddingIsNoPart() {
        byte[] sealed = AgeFile.seal(PLACE.bytes(), recipients);
        assertThrows(SealBroken.class, () -> SealedPart.open(PLACE, sealed, identity));
        assertThrows(SealBroken.class, () -> read(PLACE, sealed));
    }

    @Example
    void aTruncatedPartIsRefused() {
        byte[] sealed = SealedPart.seal(PLACE, new byte[70_000], recipients);
        for (int cut : new int[] {1, 17, 1_000, 65_536, 65_552, sealed.length - 1}) {
            byte[] shorter = Arrays.copyOf(sealed, sealed.length - cut);
            assertThrows(SealBroken.class, () -> SealedPart.open(PLACE, shorter, identity));
            assertThrows(SealBroken.class, () -> read(PLACE, shorter));
        }
    }

    /** The size of the seal tells the step and nothing more. */
    @Property(tries = 50)
    void withinAStepEverySizeLooksTheSame(@ForAll @IntRange(max = 3_900) int size) {
        int place = PLACE.bytes().length;
        long expected =
                AgeFile.seal(new byte[(int) Padding.paddedSize(place + size)], recipients).length;
        assertEquals(expected, SealedPart.seal(PLACE, new byte[size], recipients).length);
    }

    @Provide
    Arbitrary<Place> places() {
        Arbitrary<UUID> ids = Arbitraries.longs().between(0, 2).map(low -> new UUID(0, low));
        Arbitrary<String> words = Arbitraries.strings().withChars("A1-").ofMaxLength(3);
        Arbitrary<Integer> versions = Arbitraries.integers().between(1, 12);
        return Combinators.combine(ids, ids, words, words, versions).as(Place::new);
    }

    /** Otherwise a part could be moved from one to the other, or read as content of another. */
    @Property
    void noPlaceIsWrittenLikeAnotherNorBeginsLikeOne(
            @ForAll("places") Place one, @ForAll("places") Place other) {
        byte[] a = one.bytes();
        byte[] b = other.bytes();
        int common = Math.min(a.length, b.length);
        boolean startsAlike = Arrays.equals(a, 0, common, b, 0, common);
        assertEquals(one.equals(other), startsAlike);
    }

    @Example
    void aPlaceCannotBeMadeAmbiguous() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Place(REPORT, PART, "ACCOUNT\naccount", "", 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Place(REPORT, PART, "ACCOUNT", "account\n1", 1));
    }

    @Example
    void theSamePartSealedTwiceNeverLooksTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            seen.add(Digests.hex(SealedPart.seal(PLACE, new byte[1], recipients)));
        }
        assertEquals(50, seen.size());
    }
}

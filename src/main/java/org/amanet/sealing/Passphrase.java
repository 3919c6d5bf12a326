package org.amanet.sealing;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/** What opens a vault. Closing wipes it. */
public final class Passphrase implements AutoCloseable {
    /** Shorter is refused, however odd it looks. */
    public static final int MIN_CHARACTERS = 14;

    /** zxcvbn's scale ends at 4: more than 10^10 guesses. */
    private static final int SCORE_WANTED = 4;

    private static final int JUDGED_CHARACTERS = 100;

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** Takes over the array and wipes it when closed. */
    public static Passphrase of(char[] characters) {
        return new Passphrase(characters);
    }

    /** Whether it would withstand guessing, given words that a guesser would try first. */
    public boolean isStrong(List<String> guessable) {
        if (characters.length < MIN_CHARACTERS) {
            return false;
        }
        CharSequence judged =
                CharBuffer.wrap(characters, 0, Math.min(characters.length, JUDGED_CHARACTERS));
        return new Zxcvbn().measure(judged, guessable).getScore() >= SCORE_WANTED;
    }

    /**
     * UTF-8 of the composed form (NFC), so that every keyboard gives the same key; for the caller
     * to wipe.
     */
    @SuppressWarnings("ByteBufferBackingArray") // made by encode, shared with nobody
    public byte[] toBytes() {
        String composed = Normalizer.normalize(CharBuffer.wrap(characters), Normalizer.Form.NFC);
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(composed);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Digests.wipe(encoded.array());
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}

package org.amanet.sealing;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What opens a vault. Closing wipes it. */
public final class Passphrase implements AutoCloseable {
    /** Shorter is refused, however odd it looks. */
    public static final int MIN_CHARACTERS = 14;

    /** zxcvbn's scale ends at 4: more than 10^10 guesses. */
    private static final int SCORE_WANTED = 4;

    private static final int JUDGED_CHARACTERS = 100;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Punct}]+");

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** Takes over the array and wipes it when closed. */
    public static Passphrase of(char[] characters) {
        return new Passphrase(characters);
    }

    /**
     * Whether it would withstand guessing, given words that a guesser would try first. Judged as it
     * is used: composed.
     */
    public boolean isStrong(List<String> guessable) {
        String composed = composed();
        if (composed.codePointCount(0, composed.length()) < MIN_CHARACTERS) {
            return false;
        }
        String judged = composed.substring(0, Math.min(composed.length(), JUDGED_CHARACTERS));
        // zxcvbn takes each space between two words for something to be guessed
        String words = SEPARATORS.matcher(judged).replaceAll("");
        Zxcvbn zxcvbn = new Zxcvbn();
        return Stream.of(judged, words)
                .allMatch(text -> zxcvbn.measure(text, guessable).getScore() >= SCORE_WANTED);
    }

    /**
     * UTF-8 of the composed form (NFC), so that every keyboard gives the same key; for the caller
     * to wipe.
     */
    @SuppressWarnings("ByteBufferBackingArray") // made by encode, shared with nobody
    public byte[] toBytes() {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(composed());
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Digests.wipe(encoded.array());
        return bytes;
    }

    private String composed() {
        return Normalizer.normalize(CharBuffer.wrap(characters), Normalizer.Form.NFC);
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

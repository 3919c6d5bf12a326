package org.amanet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amanet.sealing.Randomness;

/** Passwords and passphrases, made when first asked for and kept in a file for its owner alone. */
final class Secrets {
    /** Syllables that every keyboard types and every ear tells apart; 7.5 bits each. */
    private static final String CONSONANTS = "bdfghjklmnprstvz";

    private static final String VOWELS = "aeiouy";
    private static final int WORDS = 5;
    private static final int SYLLABLES = 3;
    private static final int TOKEN_BYTES = 24;

    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                known.load(in);
            } catch (IOException e) {
                throw new Trouble(file + " cannot be read.", e);
            }
        }
    }

    /** A random password of 192 bits. */
    synchronized String get(String name) {
        return known.containsKey(name)
                ? known.getProperty(name)
                : keep(name, Randomness.token(TOKEN_BYTES));
    }

    /** Five made-up words: 112 bits, and a person can type them. */
    synchronized String passphrase(String name) {
        return known.containsKey(name) ? known.getProperty(name) : keep(name, words());
    }

    private String keep(String name, String secret) {
        known.setProperty(name, secret);
        StringWriter text = new StringWriter();
        try {
            known.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forOwnerOnly(file, text.toString());
        return secret;
    }

    /** Writes variables for a shell to read, for their owner alone. */
    static void write(Path file, Map<String, String> variables) {
        StringBuilder lines = new StringBuilder();
        variables.forEach((name, value) -> lines.append("%s='%s'\n".formatted(name, value)));
        forOwnerOnly(file, lines.toString());
    }

    /** Writes a file that nobody else can read. */
    static void forOwnerOnly(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String words() {
        return IntStream.range(0, WORDS).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    private static String word() {
        StringBuilder word = new StringBuilder();
        for (byte random : Randomness.bytes(SYLLABLES * 2)) {
            String letters = word.length() % 2 == 0 ? CONSONANTS : VOWELS;
            word.append(letters.charAt((random & 0xff) % letters.length()));
        }
        return word.toString();
    }
}

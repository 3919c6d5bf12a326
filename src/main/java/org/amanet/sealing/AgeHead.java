package org.amanet.sealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Reads the head of an age file by the letter of the specification (age-encryption.org/v1, "Header
 * and stanzas"). The library checks the head's MAC over what it understood and not over what was
 * there, and understands a missing {@code ---} or a space too many; after this reader the two are
 * the same.
 */
final class AgeHead {
    /** The library wants the head in its first buffer, with something of the payload after it. */
    private static final int BYTES_MAX = 64 * 1024 - 1;

    private static final String VERSION = "age-encryption.org/v1";
    private static final String STANZA = "-> ";
    private static final int BODY_COLUMNS = 64;
    private static final Pattern VISIBLE = Pattern.compile("[ -~]+");
    private static final Pattern BODY = Pattern.compile("[A-Za-z0-9+/]{0,64}");
    private static final Pattern END = Pattern.compile("--- [A-Za-z0-9+/]{43}");

    /** A passphrase must stand alone, and this service knows none. */
    private static final String SCRYPT = "-> scrypt ";

    private static final String X25519 = "-> X25519";
    private static final Pattern X25519_STANZA = Pattern.compile("-> X25519 [A-Za-z0-9+/]{43}");
    private static final int X25519_BODY_COLUMNS = 43;

    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private AgeHead(InputStream in) {
        this.in = in;
    }

    /**
     * The bytes of the head, its MAC included, and not one more.
     *
     * @throws SealBroken when it is none
     */
    static byte[] read(InputStream in) throws IOException {
        AgeHead head = new AgeHead(in);
        require(head.line().equals(VERSION));
        String line = head.line();
        do {
            head.stanza(line);
            line = head.line();
        } while (line.startsWith(STANZA));
        require(END.matcher(line).matches());
        return head.bytes.toByteArray();
    }

    private void stanza(String first) throws IOException {
        require(first.startsWith(STANZA) && VISIBLE.matcher(first).matches());
        require(!first.contains("  ") && !first.endsWith(" "));
        require(!first.startsWith(SCRYPT));
        int columns = 0;
        String body = bodyLine();
        while (body.length() == BODY_COLUMNS) {
            columns += body.length();
            body = bodyLine();
        }
        columns += body.length();
        if (first.equals(X25519) || first.startsWith(X25519 + " ")) {
            require(X25519_STANZA.matcher(first).matches() && columns == X25519_BODY_COLUMNS);
        }
    }

    private String bodyLine() throws IOException {
        String line = line();
        require(BODY.matcher(line).matches());
        return line;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = next();
        while (next != '\n') {
            line.append((char) next);
            next = next();
        }
        return line.toString();
    }

    private int next() throws IOException {
        int next = in.read();
        require(next >= 0 && bytes.size() < BYTES_MAX);
        bytes.write(next);
        return next;
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new SealBroken();
        }
    }
}

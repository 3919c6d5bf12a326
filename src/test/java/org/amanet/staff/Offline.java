package org.amanet.staff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.amanet.demo.Stack;
import org.amanet.sealing.Founding;

/** The machine with the recovery key, as it is used at a ceremony. */
public final class Offline {
    private Offline() {}

    /** What {@code vouch} prints. */
    public static String vouched(Stack stack, String statement) {
        return run("", "vouch", key(stack), statement).strip();
    }

    /** Where the recovery key lies. */
    public static String key(Stack stack) {
        return stack.folder().resolve("keys/recovery.key").toString();
    }

    /** What a command prints to somebody who types this. */
    public static synchronized String run(String typed, String... arguments) {
        PrintStream out = System.out;
        InputStream in = System.in;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setIn(new java.io.ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
            Founding.main(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setOut(out);
            System.setIn(in);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}

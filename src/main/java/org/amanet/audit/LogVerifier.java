package org.amanet.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amanet.sealing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/**
 * Checks a log that was taken away, without the service and without its database: {@code [--earlier
 * EARLIER_FILE] FILE [PUBLIC_KEY_PEM]}. Exit code 0: intact; 1: broken; 2: it could not be checked.
 */
public final class LogVerifier {
    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;
    private static final String USAGE = "[--earlier EARLIER_FILE] FILE [PUBLIC_KEY_PEM]";

    private final PrintStream out;

    LogVerifier(PrintStream out) {
        this.out = out;
    }

    /** Checks the file that is named and ends with the exit code. */
    public static void main(String[] arguments) {
        System.exit(new LogVerifier(System.out).run(List.of(arguments)));
    }

    /** What is asked for. */
    private record Asked(@Nullable Path earlier, Path log, @Nullable Path key) {}

    int run(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        Path earlier = null;
        if (rest.size() > 1 && rest.getFirst().equals("--earlier")) {
            earlier = Path.of(rest.get(1));
            rest = rest.subList(2, rest.size());
        }
        if (rest.isEmpty() || rest.size() > 2 || rest.getFirst().startsWith("-")) {
            out.println("usage: verify-log " + USAGE);
            return NOT_CHECKED;
        }
        Path key = rest.size() == 2 ? Path.of(rest.getLast()) : null;
        return check(new Asked(earlier, Path.of(rest.getFirst()), key));
    }

    private int check(Asked asked) {
        try {
            VerifyingKey key = key(asked);
            ChainVerifier verifier = new ChainVerifier(key);
            if (asked.earlier() != null) {
                verifier.expect(earlierHead(asked.earlier(), key));
            }
            boolean whole = feed(asked.log(), verifier);
            return tell(verifier.verdict(), whole);
        } catch (IOException | IllegalArgumentException e) {
            out.println("Not checked: " + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private VerifyingKey key(Asked asked) throws IOException {
        if (asked.key() != null) {
            return VerifyingKey.ofPem(Files.readString(asked.key()));
        }
        out.println("The signatures are checked with the key that the file itself names. Whoever");
        out.println("made up a log could name their own: give the key that you keep elsewhere.");
        try (BufferedReader lines = lines(asked.log())) {
            String first = lines.readLine();
            LogLine.Start start = first == null ? null : LogLine.read(first).log();
            if (start == null || !start.format().equals(LogLine.FORMAT)) {
                throw new IOException("the file does not begin as a log does");
            }
            return VerifyingKey.ofPem(start.key());
        }
    }

    /** Where the earlier log ended, if it is intact itself. */
    private static Head earlierHead(Path earlier, VerifyingKey key) throws IOException {
        ChainVerifier verifier = new ChainVerifier(key);
        feed(earlier, verifier);
        Verdict verdict = verifier.verdict();
        if (!verdict.isIntact()) {
            throw new IOException("the earlier log is broken itself");
        }
        return verdict.head();
    }

    /** Whether the file has its end, and nothing behind it. */
    private static boolean feed(Path log, ChainVerifier verifier) throws IOException {
        try (BufferedReader lines = lines(log)) {
            boolean ended = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (ended) {
                    verifier.unreadable();
                }
                ended = feed(line, verifier);
            }
            return ended;
        }
    }

    private static boolean feed(String text, ChainVerifier verifier) {
        try {
            LogLine line = LogLine.read(text);
            if (line.entry() != null) {
                verifier.link(line.entry().link());
            } else if (line.checkpoint() != null) {
                verifier.checkpoint(line.checkpoint().checkpoint());
            }
            return line.end() != null;
        } catch (IOException | IllegalArgumentException e) {
            verifier.unreadable();
            return false;
        }
    }

    private static BufferedReader lines(Path log) throws IOException {
        if (!Files.isReadable(log)) {
            throw new IOException("there is no file " + log);
        }
        return Files.newBufferedReader(log, StandardCharsets.UTF_8);
    }

    private int tell(Verdict verdict, boolean whole) {
        if (verdict.broken() != null) {
            tell(verdict.broken(), verdict);
            return BROKEN;
        }
        if (!whole) {
            out.println("Not checked: the file ends in the middle; take the log away again.");
            return NOT_CHECKED;
        }
        out.println("INTACT: " + verdict.entries() + " entries, each following the one before it.");
        tellSigned(verdict);
        return INTACT;
    }

    private void tell(Verdict.Broken broken, Verdict verdict) {
        out.println("BROKEN at entry " + broken.seq() + ": " + broken.why().words() + ".");
        if (verdict.head().seq() > 0) {
            out.println("Up to entry " + verdict.head().seq() + " each follows the one before it.");
        }
        tellSigned(verdict);
    }

    private void tellSigned(Verdict verdict) {
        Checkpoint last = verdict.checkpoint();
        if (last == null) {
            out.println("No checkpoint is in it: nothing was signed.");
            return;
        }
        out.println("Signed up to entry " + last.seq() + ", at " + last.at() + ".");
        if (verdict.isIntact() && verdict.head().seq() > last.seq()) {
            out.println("Not signed yet: what stands after entry " + last.seq() + ".");
        }
    }
}

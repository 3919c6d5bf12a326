package org.amanet.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How fast one core checks a log: from memory, and from a file as an auditor does. Run by hand:
 * prints entries a second.
 */
final class VerificationSpeed {
    private static final int ENTRIES = 200_000;
    private static final int ROUNDS = 5;

    private VerificationSpeed() {}

    public static void main(String[] arguments) throws IOException {
        List<Link> links = Logs.chain(ENTRIES);
        Path file = Files.createTempFile("audit", ".ndjson");
        Path key = Files.createTempFile("key", ".pem");
        Files.writeString(key, Logs.KEY.verifyingKey().pem());
        try (OutputStream out = Files.newOutputStream(file)) {
            LogWriter writer = new LogWriter(out);
            writer.start(Logs.KEY.verifyingKey());
            Logs.feed(writer, links);
            writer.end();
        }
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            Verdict verdict = Logs.verdict(links);
            long memory = System.nanoTime();
            PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
            int code = new LogVerifier(silent).run(List.of(file.toString(), key.toString()));
            long read = System.nanoTime();
            System.out.printf(
                    "round %d: %,d/s from memory, %,d/s from a file%s%n",
                    round,
                    rate(memory - start),
                    rate(read - memory),
                    verdict.isIntact() && code == 0 ? "" : " BROKEN");
        }
        System.out.printf("%,d bytes an entry%n", Files.size(file) / ENTRIES);
        Files.delete(file);
        Files.delete(key);
    }

    private static long rate(long nanos) {
        return ENTRIES * 1_000_000_000L / nanos;
    }
}

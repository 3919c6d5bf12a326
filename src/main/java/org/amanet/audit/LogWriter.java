package org.amanet.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.amanet.sealing.VerifyingKey;

/** Writes a log line by line as it is read. */
final class LogWriter implements LogReader {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final OutputStream out;
    private long entries;

    LogWriter(OutputStream below) {
        this.out = new BufferedOutputStream(below, BUFFER_BYTES);
    }

    void start(VerifyingKey key) {
        write(LogLine.of(new LogLine.Start(LogLine.FORMAT, key.pem())));
    }

    @Override
    public void link(Link link) {
        entries++;
        write(LogLine.of(link));
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        write(LogLine.of(checkpoint));
    }

    void end() throws IOException {
        write(LogLine.of(new LogLine.End(entries)));
        out.flush();
    }

    private void write(LogLine line) {
        try {
            out.write(line.bytes());
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

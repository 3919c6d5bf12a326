package org.amanet.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.amanet.sealing.RunningDigests;

/**
 * A copy that was made to be shown. It lies in memory without a name until it is closed.
 *
 * @param page of how many pages; a film's page 0 is a still of it
 * @param skipped bytes before it that are none of its own
 * @param tool what made it, with its version
 */
public record Rendition(
        Form form, String type, int page, int pages, Staged bytes, long skipped, String tool)
        implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    /** Its length in bytes. */
    public long size() {
        try {
            return bytes.size() - skipped;
        } catch (IOException e) {
            throw new UncheckedIOException("a copy cannot be measured", e);
        }
    }

    InputStream reader() throws IOException {
        InputStream in = bytes.reader();
        in.skipNBytes(skipped);
        return in;
    }

    /** All of it; and then it is gone. */
    public void handTo(OutputStream out) throws IOException {
        try (this) {
            reader().transferTo(out);
        }
    }

    String sha256() throws IOException {
        RunningDigests digests = RunningDigests.begin();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = reader()) {
            int count = in.read(buffer);
            while (count >= 0) {
                digests.update(buffer, 0, count);
                count = in.read(buffer);
            }
        }
        return digests.sha256();
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be given back", e);
        }
    }

    @Override
    public String toString() {
        return "Rendition";
    }
}

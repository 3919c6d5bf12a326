package org.amanet.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A sealed piece on its way into the store. It waits in a file that has no name any more and goes
 * with the process; memory would not hold the pieces of many slow senders.
 */
final class Staged implements Closeable {
    private final FileChannel file;

    private Staged(FileChannel file) {
        this.file = file;
    }

    static Staged in(Path folder) throws IOException {
        Path named = Files.createTempFile(folder, "sealed", ".age");
        try {
            return new Staged(
                    FileChannel.open(named, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } finally {
            Files.delete(named);
        }
    }

    /** Where the sealed bytes go; closing it closes nothing. */
    OutputStream writer() {
        return new OutputStream() {
            private final OutputStream below = Channels.newOutputStream(file);

            @Override
            public void write(int b) throws IOException {
                below.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                below.write(bytes, offset, length);
            }
        };
    }

    /** All of it from the beginning, as often as wanted. */
    InputStream reader() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = file.read(ByteBuffer.wrap(bytes, offset, length), position);
                position += Math.max(0, count);
                return count;
            }
        };
    }

    long size() throws IOException {
        return file.size();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public String toString() {
        return "Staged";
    }
}

package org.amanet.sealing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Passes bytes on, counting and hashing them with SHA-512. */
public final class HashingStream extends FilterOutputStream {
    private final MessageDigest digest = Digests.of("SHA-512");
    private long count;

    public HashingStream(OutputStream below) {
        super(below);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        count += length;
        out.write(bytes, offset, length);
    }

    /** Bytes so far. */
    public long count() {
        return count;
    }

    /** SHA-512 of everything so far; to be asked once. */
    public byte[] sha512() {
        return digest.digest();
    }
}

package org.amanet.sealing;

import java.nio.ByteBuffer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/**
 * SHA-256 and SHA-512 of a file that comes in pieces. Between them the state can be written down;
 * it holds the last few bytes that were read, so it is kept like what it is about.
 */
public final class RunningDigests {
    private final SHA256Digest sha256;
    private final SHA512Digest sha512;

    private RunningDigests(SHA256Digest sha256, SHA512Digest sha512) {
        this.sha256 = sha256;
        this.sha512 = sha512;
    }

    /** Of nothing yet. */
    public static RunningDigests begin() {
        return new RunningDigests(new SHA256Digest(), new SHA512Digest());
    }

    /** As they were when they were written down. */
    public static RunningDigests resume(byte[] state) {
        ByteBuffer both = ByteBuffer.wrap(state);
        byte[] first = new byte[both.getInt()];
        both.get(first);
        byte[] second = new byte[both.remaining()];
        both.get(second);
        return new RunningDigests(new SHA256Digest(first), new SHA512Digest(second));
    }

    /** What {@link #resume} reads. */
    public byte[] state() {
        byte[] first = sha256.getEncodedState();
        byte[] second = sha512.getEncodedState();
        return ByteBuffer.allocate(Integer.BYTES + first.length + second.length)
                .putInt(first.length)
                .put(first)
                .put(second)
                .array();
    }

    public void update(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        sha512.update(bytes, offset, length);
    }

    /** SHA-256 of everything so far, in hexadecimal; more may follow. */
    public String sha256() {
        SHA256Digest now = new SHA256Digest(sha256);
        byte[] digest = new byte[now.getDigestSize()];
        now.doFinal(digest, 0);
        return Digests.hex(digest);
    }

    /** SHA-512 of everything so far, in hexadecimal; more may follow. */
    public String sha512() {
        SHA512Digest now = new SHA512Digest(sha512);
        byte[] digest = new byte[now.getDigestSize()];
        now.doFinal(digest, 0);
        return Digests.hex(digest);
    }

    @Override
    public String toString() {
        return "RunningDigests";
    }
}

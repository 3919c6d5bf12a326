package org.amanet.sealing;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC with SHA-256 (RFC 2104): shows that a message came from who knows the secret. */
public final class Hmac {
    private Hmac() {}

    /** 32 bytes over this message. */
    public static byte[] sha256(byte[] secret, byte[] message) {
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(secret));
        hmac.update(message, 0, message.length);
        byte[] code = new byte[hmac.getMacSize()];
        hmac.doFinal(code, 0);
        return code;
    }
}

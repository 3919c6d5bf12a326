package org.amanet.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Derives identities with Argon2id: a bounded number at once in bounded memory, and a fair line for
 * the rest.
 */
@ApplicationScoped
public class KeyDerivation {
    private static final int DERIVED_BYTES = 64;
    private static final int SALT_MIN_BYTES = 16;
    private static final int RECEIPT_BLOCKS =
            Argon2BytesGenerator.getBlockCount(
                    KdfParameters.RECEIPT.memoryKib(), KdfParameters.RECEIPT.parallelism());

    private final Lines lines;

    /**
     * Threads of the operating system: on a virtual thread a derivation would hold one of the few
     * carriers, and every other request with it.
     */
    private final ExecutorService threads;

    /**
     * The memory of as many receipts as are derived at once, kept: made anew each time, a third of
     * the work would be throwing it away. The generator clears what it gives back.
     */
    private final FixedBlockPool memory;

    /** One for each receipt that fits; what needs more memory takes several, at most all. */
    private final Semaphore room;

    private final int roomMax;

    private final byte[] receiptSalt;

    @Inject
    KeyDerivation(SealingConfig config) {
        this(
                config.derivations().orElse(Runtime.getRuntime().availableProcessors()),
                config.waiting(),
                config.patience(),
                Base64.getDecoder().decode(config.receiptSalt()));
    }

    KeyDerivation(int atOnce, int waiting, Duration patience, byte[] receiptSalt) {
        if (receiptSalt.length < SALT_MIN_BYTES) {
            throw new IllegalStateException("amanet.sealing.receipt-salt needs at least 16 bytes");
        }
        this.lines = new Lines(atOnce, waiting, patience);
        this.threads =
                Executors.newFixedThreadPool(
                        atOnce, Thread.ofPlatform().name("argon2id-", 1).daemon().factory());
        this.memory = new FixedBlockPool(atOnce * RECEIPT_BLOCKS);
        this.room = new Semaphore(atOnce, true);
        this.roomMax = atOnce;
        this.receiptSalt = receiptSalt;
    }

    /**
     * What belongs to this secret.
     *
     * @param lane an opaque name; clients in different lanes do not wait for each other's crowds
     * @throws KdfBusy at once when the line is full, or after waiting too long
     */
    public DerivedIdentity derive(byte[] secret, byte[] salt, KdfParameters parameters, String lane)
            throws KdfBusy {
        return derive(secret, salt, parameters, lane, Haste.USUAL);
    }

    private DerivedIdentity derive(
            byte[] secret, byte[] salt, KdfParameters parameters, String lane, Haste haste)
            throws KdfBusy {
        byte[] derived = new byte[DERIVED_BYTES];
        lines.enter(lane, haste);
        try {
            CompletableFuture.runAsync(() -> inRoom(secret, salt, parameters, derived), threads)
                    .join();
            return new DerivedIdentity(derived);
        } finally {
            lines.leave();
            Digests.wipe(derived);
        }
    }

    /** The salt of this deployment's receipts (base64): no secret, and the same for everybody. */
    public String receiptSalt() {
        return Base64.getEncoder().encodeToString(receiptSalt);
    }

    /** What belongs to this receipt in this deployment. */
    public DerivedIdentity ofReceipt(Receipt receipt, String lane) throws KdfBusy {
        return ofReceipt(receipt, lane, Haste.USUAL);
    }

    /** The same, before others where that is needed. */
    public DerivedIdentity ofReceipt(Receipt receipt, String lane, Haste haste) throws KdfBusy {
        byte[] secret = receipt.secret();
        try {
            return derive(secret, receiptSalt, KdfParameters.RECEIPT, lane, haste);
        } finally {
            Digests.wipe(secret);
        }
    }

    /** The identity for whoever brings a receipt that nobody holds; no secret, and worth none. */
    public Identity nobody() {
        return Identity.derived(receiptSalt, "amanet nobody v1");
    }

    private void inRoom(byte[] secret, byte[] salt, KdfParameters parameters, byte[] out) {
        int times = Math.ceilDiv(parameters.memoryKib(), KdfParameters.RECEIPT.memoryKib());
        int needed = Math.min(times, roomMax);
        room.acquireUninterruptibly(needed);
        try {
            argon2id(secret, salt, parameters, out);
        } finally {
            room.release(needed);
        }
    }

    private void argon2id(byte[] secret, byte[] salt, KdfParameters parameters, byte[] out) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(parameters.memoryKib())
                        .withIterations(parameters.iterations())
                        .withParallelism(parameters.parallelism())
                        .withSalt(salt)
                        .withBlockPool(memory)
                        .build());
        argon2.generateBytes(secret, out);
    }
}

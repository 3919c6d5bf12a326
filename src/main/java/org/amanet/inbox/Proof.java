package org.amanet.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.amanet.audit.Notary;

/**
 * A signed proof as one file to keep: the statement, its signature and the key, apart, as {@code
 * openssl pkeyutl -verify} wants them.
 */
final class Proof {
    /** A name that says nothing. */
    private static final String NAME = "proof";

    static final String FILE_NAME = NAME + ".zip";

    private Proof() {}

    /** The file. */
    static byte[] zip(Notary.Attestation proof) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            add(zip, ".txt", proof.statement().getBytes(StandardCharsets.UTF_8));
            add(zip, ".sig", proof.signature());
            add(zip, ".pem", proof.key().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return file.toByteArray();
    }

    /** Without a time of its own: the statement has the hour, and nobody needs more. */
    private static void add(ZipOutputStream zip, String ending, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(NAME + ending);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}

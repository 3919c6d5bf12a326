package org.amanet.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.amanet.sealing.Digests;
import org.amanet.sealing.HashingStream;
import org.amanet.sealing.SigningKey;

/**
 * A BagIt 1.0 bag (RFC 8493) with SHA-512 manifests, written as a zip while it is made. The
 * signature lies beside the bag: it is over the tag manifest, which covers every other file.
 */
final class Bag implements AutoCloseable {
    private static final String TAG_MANIFEST = "tagmanifest-sha512.txt";

    private final ZipOutputStream zip;
    private final String folder;
    private final Instant now;
    private final Map<String, String> payload = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private long payloadBytes;

    Bag(OutputStream out, String folder, Instant now) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.folder = folder;
        this.now = now;
    }

    /** Writes a file's content. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Adds a file to the payload. */
    void add(String path, Content content) throws IOException {
        payloadBytes += entry("data/" + path, content, payload);
    }

    /** Writes the manifests and the signature; nothing can be added afterwards. */
    void finish(String organisation, String reference, SigningKey key) throws IOException {
        tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tag(
                "bag-info.txt",
                "Source-Organization: %s\nExternal-Identifier: %s\nBagging-Date: %s\nPayload-Oxum: %d.%d\n"
                        .formatted(
                                organisation,
                                reference,
                                now.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10),
                                payloadBytes,
                                payload.size()));
        tag("manifest-sha512.txt", lines(payload));
        byte[] manifest = lines(tags).getBytes(StandardCharsets.UTF_8);
        entry(TAG_MANIFEST, out -> out.write(manifest), new TreeMap<>());
        put(folder + ".sig", out -> out.write(key.sign(manifest)));
        put(
                folder + ".pem",
                out -> out.write(key.verifyingKey().pem().getBytes(StandardCharsets.US_ASCII)));
    }

    private void tag(String path, String text) throws IOException {
        entry(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)), tags);
    }

    private long entry(String path, Content content, Map<String, String> manifest)
            throws IOException {
        HashingStream hashed = new HashingStream(zip);
        begin(folder + "/" + path);
        content.writeTo(hashed);
        zip.closeEntry();
        manifest.put(path, Digests.hex(hashed.sha512()));
        return hashed.count();
    }

    private void put(String path, Content content) throws IOException {
        begin(path);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private void begin(String path) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(now.truncatedTo(ChronoUnit.DAYS).toEpochMilli());
        zip.putNextEntry(entry);
    }

    private static String lines(Map<String, String> manifest) {
        StringBuilder lines = new StringBuilder();
        manifest.forEach((path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
        return lines.toString();
    }

    @Override
    public void close() throws IOException {
        zip.finish();
    }
}

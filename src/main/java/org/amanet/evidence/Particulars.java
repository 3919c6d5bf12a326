package org.amanet.evidence;

import java.util.regex.Pattern;

/**
 * What is known of a file. Only whoever opens the report reads it.
 *
 * @param name as it came, which may be anything
 * @param type as the sender's browser called it, or nothing
 * @param kind as its first bytes tell
 * @param size in bytes
 * @param sha256 of the file as it came, in hexadecimal; likewise sha512
 */
public record Particulars(
        String name, String type, Kind kind, long size, String sha256, String sha512) {
    static final int NAME_MAX_CHARACTERS = 255;
    static final int TYPE_MAX_CHARACTERS = 255;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHA512 = Pattern.compile("[0-9a-f]{128}");

    /** Whoever seals for themselves may seal what they like: what makes no sense is not read. */
    public Particulars {
        boolean sensible =
                name != null
                        && name.length() <= NAME_MAX_CHARACTERS
                        && type != null
                        && type.length() <= TYPE_MAX_CHARACTERS
                        && kind != null
                        && size > 0
                        && sha256 != null
                        && SHA256.matcher(sha256).matches()
                        && sha512 != null
                        && SHA512.matcher(sha512).matches();
        if (!sensible) {
            throw new IllegalArgumentException("no particulars of a file");
        }
    }

    @Override
    public String toString() {
        return "Particulars";
    }
}

package org.amanet.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed part belongs. It is written inside the seal, because age itself binds a file to
 * nothing: moved to another place it is refused.
 *
 * @param version counts from 1 for each part
 */
public record Place(UUID report, UUID part, String kind, String compartment, int version) {
    private static final String FORMAT = "amanet part v1";

    /** Line feeds keep the fields apart, so no field may hold one. */
    public Place {
        if (kind.contains("\n") || compartment.contains("\n")) {
            throw new IllegalArgumentException("a line feed in a place");
        }
    }

    /** Where the key of a compartment lies, sealed to this holder. */
    public static Place ofGrant(UUID report, UUID holder, String compartment) {
        return new Place(report, holder, "GRANT", compartment, 1);
    }

    /** The place as bytes, with its length before it. */
    byte[] bytes() {
        String text =
                String.join(
                        "\n",
                        FORMAT,
                        report.toString(),
                        part.toString(),
                        kind,
                        compartment,
                        "" + version);
        byte[] own = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Short.BYTES + own.length)
                .putShort((short) own.length)
                .put(own)
                .array();
    }
}

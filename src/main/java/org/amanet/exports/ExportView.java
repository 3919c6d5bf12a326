package org.amanet.exports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amanet.sealing.Digests;
import org.jspecify.annotations.Nullable;

/**
 * An export, as those may see it who take part in it.
 *
 * @param packageSha512 of the sealed package, hexadecimal
 * @param packageSize of the sealed package, bytes
 */
record ExportView(
        UUID id,
        String reference,
        String memberState,
        Profile profile,
        ExportStatus status,
        Instant preparedAt,
        Instant expiresAt,
        @Nullable Instant pulledAt,
        @Nullable RefusalReason refusal,
        @Nullable String packageSha512,
        @Nullable Long packageSize) {

    static ExportView of(Export export) {
        byte[] digest = export.packageSha512;
        return new ExportView(
                export.id,
                export.reference,
                export.memberState,
                export.profile,
                export.status,
                export.preparedAt,
                export.expiresAt,
                export.pulledAt,
                export.refusal,
                digest == null ? null : Digests.hex(digest),
                export.packageSize);
    }

    static List<ExportView> of(List<Export> exports) {
        return exports.stream().map(ExportView::of).toList();
    }
}

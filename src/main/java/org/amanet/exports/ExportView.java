package org.amanet.exports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * An export, as those may see it who take part in it.
 *
 * @param recipient the investigator's id
 * @param recipientFingerprint of the key that it is sealed to
 * @param reports how many it holds
 * @param packageSha512 of the sealed package, hexadecimal
 * @param packageSize of the sealed package, bytes
 */
record ExportView(
        UUID id,
        String reference,
        UUID recipient,
        String recipientFingerprint,
        String memberState,
        Profile profile,
        ExportStatus status,
        long reports,
        Instant preparedAt,
        Instant expiresAt,
        @Nullable Instant pulledAt,
        @Nullable RefusalReason refusal,
        @Nullable String packageSha512,
        @Nullable Long packageSize) {

    static ExportView of(Export export) {
        return of(List.of(export)).getFirst();
    }

    static List<ExportView> of(List<Export> exports) {
        Map<UUID, Long> reports =
                ExportReport.counted(exports.stream().map(export -> export.id).toList());
        return exports.stream()
                .map(export -> of(export, reports.getOrDefault(export.id, 0L)))
                .toList();
    }

    private static ExportView of(Export export, long reports) {
        byte[] digest = export.packageSha512;
        return new ExportView(
                export.id,
                export.reference,
                export.recipient,
                new Recipient(export.recipientKey).fingerprint(),
                export.memberState,
                export.profile,
                export.status,
                reports,
                export.preparedAt,
                export.expiresAt,
                export.pulledAt,
                export.refusal,
                digest == null ? null : Digests.hex(digest),
                export.packageSize);
    }
}

package org.amanet.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.amanet.reports.Band;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report that was sealed where it was written. Beside what is sealed it says only what stands in
 * clear here anyway.
 *
 * @param id random, made by the sender, and written inside every seal
 * @param lookup 32 bytes by which the receipt finds the report
 * @param restricted somebody who helps is involved: leads only, and another desk
 * @param relatives what lies under the lock of its own, where there is anything
 * @param locks both keys, sealed to each holder
 */
@Schema(
        description =
                "A report sealed by its sender: age files for one X25519 recipient each, padded. The"
                        + " receipt is made there too and never sent. Sent again, it is the same report.")
record SealedReport(
        @NotNull UUID id,
        @NotNull @Size(min = LOOKUP_BYTES, max = LOOKUP_BYTES) byte[] lookup,
        @NotNull @Size(max = 12) String language,
        @NotNull @Size(max = 60) String desk,
        @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
        @NotNull Band band,
        boolean restricted,
        @NotNull @Valid Sealed account,
        @NotNull @Valid Sealed triage,
        @NotNull @Valid Sealed consent,
        @Nullable @Valid Sealed relatives,
        @NotNull @Size(max = LOCKS_MAX) List<@NotNull @Valid Lock> locks) {

    private static final int LOOKUP_BYTES = 32;
    private static final int LOCKS_MAX = 100;

    /** A part, under the id that stands inside its seal. */
    record Sealed(@NotNull UUID id, @NotNull byte[] sealed) {
        @Override
        public String toString() {
            return "Sealed";
        }
    }

    /**
     * The keys of both compartments for one holder.
     *
     * @param holder a member; {@code ...0001} for the receipt, {@code ...0002} for the recovery key
     */
    record Lock(@NotNull UUID holder, @NotNull byte[] account, @NotNull byte[] relatives) {
        @Override
        public String toString() {
            return "Lock";
        }
    }

    @Override
    public String toString() {
        return "SealedReport";
    }
}

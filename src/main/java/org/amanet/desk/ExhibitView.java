package org.amanet.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.amanet.evidence.Kind;
import org.amanet.evidence.Known;
import org.amanet.evidence.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file.
 *
 * @param readable whether what was sealed about it can be read; where not, nothing else is known
 * @param name as it came, which may be anything
 * @param type as the sender called it
 * @param kind as its first bytes tell
 */
record ExhibitView(
        UUID id,
        Instant hour,
        boolean readable,
        @Nullable String name,
        @Nullable String type,
        @Nullable Kind kind,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String sha512) {

    static ExhibitView of(Known enclosed) {
        Particulars known = enclosed.content();
        return known == null
                ? new ExhibitView(
                        enclosed.id(), enclosed.hour(), false, null, null, null, null, null, null)
                : new ExhibitView(
                        enclosed.id(),
                        enclosed.hour(),
                        true,
                        known.name(),
                        known.type(),
                        known.kind(),
                        known.size(),
                        known.sha256(),
                        known.sha512());
    }

    /** With thin marks between thousands, the same in every language. */
    public String bytes() {
        return String.format(Locale.ROOT, "%,d", size).replace(',', '\u202f');
    }

    @Override
    public String toString() {
        return "ExhibitView " + id;
    }
}

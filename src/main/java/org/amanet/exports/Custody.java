package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.amanet.audit.Happening;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.sealing.Digests;

/**
 * Through whose hands a report went: what the log says of it, without names and without what
 * concerns other recipients. Each line carries a proof made for this export alone: who is later
 * shown the log's own entry can check it, and two recipients cannot join theirs by it.
 */
@ApplicationScoped
class Custody {
    private static final Set<Act> HANDLING =
            EnumSet.of(
                    Act.REPORT_RECEIVED,
                    Act.REPORT_OPENED,
                    Act.RELATIVES_OPENED,
                    Act.GRANT_MADE,
                    Act.GRANT_REMOVED,
                    Act.SEAL_BROKEN);

    private static final Set<Act> HANDING_OVER = EnumSet.of(Act.EXPORT_PREPARED);

    private static final List<String> HEADING = List.of("at", "act", "by", "proof_sha256");

    private final Chain chain;

    Custody(Chain chain) {
        this.chain = chain;
    }

    void write(UUID report, Export export, IdentityLevel identity, OutputStream out)
            throws IOException {
        Sheet sheet = new Sheet(out, HEADING);
        for (Entry entry : chain.about(report)) {
            if (isShown(entry.happening(), export)) {
                sheet.row(cells(entry, export, identity));
            }
        }
    }

    private static boolean isShown(Happening what, Export export) {
        return HANDLING.contains(what.act())
                || (HANDING_OVER.contains(what.act()) && export.id.equals(what.subject()));
    }

    private static List<String> cells(Entry entry, Export export, IdentityLevel identity) {
        Happening what = entry.happening();
        boolean dayOnly =
                what.actor().kind() == Actor.Kind.REPORTER && identity == IdentityLevel.ANONYMOUS;
        String at =
                dayOnly
                        ? entry.at().atOffset(ZoneOffset.UTC).toLocalDate().toString()
                        : entry.at().toString();
        return List.of(at, what.act().name(), what.actor().kind().name(), proof(entry, export));
    }

    /** SHA-256 of the line {@code amanet-custody-v1 <reference of the export> <hash of entry>}. */
    private static String proof(Entry entry, Export export) {
        String line =
                String.join(" ", "amanet-custody-v1", export.reference, Digests.hex(entry.hash()));
        return Digests.hex(Digests.sha256(line.getBytes(StandardCharsets.UTF_8)));
    }
}

package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.amanet.sealing.Digests;
import org.amanet.sealing.SealBroken;

/**
 * What must be there, told by the log, which nobody edits: a part that the log knows and the
 * database has lost, or has put back to an older version, is not read as if nothing had happened.
 */
@ApplicationScoped
class Floors {
    private static final String PARTS = "parts=";

    private final Chain chain;

    Floors(Chain chain) {
        this.chain = chain;
    }

    /**
     * The parts of a report, none missing and none older than the log says. The log is read first:
     * what somebody adds in between is then a part more, never one too few.
     *
     * @throws SealBroken when one is missing or older
     */
    List<Part> parts(UUID report) {
        List<Entry> log = chain.about(report);
        List<Part> parts = Part.of(report);
        Map<UUID, Integer> versions = new HashMap<>();
        for (Part part : parts) {
            versions.merge(part.id, part.version, Math::max);
        }
        for (Entry entry : log) {
            int sealed = entry.happening().version();
            if (sealed > 0 && versions.getOrDefault(entry.happening().subject(), 0) < sealed) {
                throw new SealBroken();
            }
        }
        return parts;
    }

    /**
     * Whether the parts that a report came with are still, byte for byte, those that came: one that
     * cannot be opened was then sealed wrongly by whoever sent it, and nobody has touched it here.
     */
    boolean asReceived(UUID report, List<Part> parts) {
        String digest =
                digest(
                        parts.stream()
                                .filter(part -> part.version == 1 && part.kind.comes())
                                .toList());
        return chain.about(report).stream()
                .map(entry -> entry.happening())
                .anyMatch(
                        what -> what.act() == Act.REPORT_RECEIVED && what.detail().equals(digest));
    }

    /** One word of the log for all the parts that a report came with. */
    static String digest(List<Part> parts) {
        StringBuilder all = new StringBuilder();
        parts.stream()
                .sorted(Comparator.comparing(part -> part.kind))
                .forEach(
                        part ->
                                all.append(part.id)
                                        .append(' ')
                                        .append(Digests.hex(Digests.sha256(part.sealed)))
                                        .append('\n'));
        return PARTS
                + Digests.hex(Digests.sha256(all.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}

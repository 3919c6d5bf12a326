package org.amanet.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.amanet.sealing.Digests;
import org.jspecify.annotations.Nullable;

/**
 * An entry as auditors read it, in answers and in the log that they take away.
 *
 * @param by the kind of people who did it
 * @param previous hash of the entry before it, hexadecimal
 * @param hash of this one
 */
public record EntryView(
        long seq,
        Instant at,
        String act,
        String by,
        @Nullable UUID actor,
        @Nullable UUID report,
        @Nullable UUID subject,
        int version,
        String detail,
        String previous,
        String hash) {

    static EntryView of(Link link) {
        return new EntryView(
                link.seq(),
                link.at(),
                link.act(),
                link.by(),
                link.actor(),
                link.report(),
                link.subject(),
                link.version(),
                link.detail(),
                Digests.hex(link.previous()),
                Digests.hex(link.hash()));
    }

    static List<EntryView> of(List<Link> links) {
        return links.stream().map(EntryView::of).toList();
    }

    Link link() {
        HexFormat hex = HexFormat.of();
        return new Link(
                seq,
                at,
                act,
                by,
                actor,
                report,
                subject,
                version,
                detail,
                hex.parseHex(previous),
                hex.parseHex(hash));
    }
}

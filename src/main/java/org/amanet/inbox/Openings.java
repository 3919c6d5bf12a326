package org.amanet.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.jspecify.annotations.Nullable;

/** Who opened a report, and where it went: the log, in a form for the person it is about. */
@ApplicationScoped
class Openings {
    private static final Set<Act> SHOWN =
            EnumSet.of(
                    Act.REPORT_OPENED,
                    Act.RELATIVES_OPENED,
                    Act.EXPORT_PREPARED,
                    Act.EXPORT_APPROVED,
                    Act.EXPORT_PULLED,
                    Act.EXPORT_ACKNOWLEDGED,
                    Act.EXPORT_REFUSED,
                    Act.EXPORT_STOPPED);

    private final Chain chain;

    Openings(Chain chain) {
        this.chain = chain;
    }

    /** One line: what was done, by which kind of person, in which hour. */
    record Opening(Act act, Actor.Kind by, Instant hour) {}

    /** The lines, oldest first; the same person doing the same within an hour is one line. */
    List<Opening> of(UUID report) {
        return chain.about(report).stream()
                .filter(entry -> SHOWN.contains(entry.happening().act()))
                .map(Line::of)
                .distinct()
                .map(line -> new Opening(line.act(), line.by(), line.hour()))
                .toList();
    }

    private record Line(
            Act act, Actor.Kind by, @Nullable UUID person, @Nullable UUID subject, Instant hour) {
        static Line of(Entry entry) {
            Actor actor = entry.happening().actor();
            return new Line(
                    entry.happening().act(),
                    actor.kind(),
                    actor.id(),
                    entry.happening().subject(),
                    entry.at().truncatedTo(ChronoUnit.HOURS));
        }
    }
}

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
    public record Opening(Act act, Actor.Kind by, Instant hour) {}

    List<Opening> of(UUID report) {
        return chain.about(report).stream()
                .filter(entry -> SHOWN.contains(entry.happening().act()))
                .map(Openings::opening)
                .toList();
    }

    private static Opening opening(Entry entry) {
        Actor.Kind by = entry.happening().actor().kind();
        return new Opening(entry.happening().act(), by, entry.at().truncatedTo(ChronoUnit.HOURS));
    }
}

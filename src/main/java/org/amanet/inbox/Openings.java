package org.amanet.inbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.amanet.reports.Partners;
import org.jspecify.annotations.Nullable;

/** Who opened a report, and where it went: the log, in a form for the person it is about. */
@ApplicationScoped
class Openings {
    private static final Set<Act> HANDING_OVER =
            EnumSet.of(
                    Act.EXPORT_PREPARED,
                    Act.EXPORT_APPROVED,
                    Act.EXPORT_PULLED,
                    Act.EXPORT_ACKNOWLEDGED,
                    Act.EXPORT_REFUSED,
                    Act.EXPORT_STOPPED);

    private static final Set<Act> REFERRALS = EnumSet.of(Act.REPORT_REFERRED, Act.REFERRAL_ENDED);

    private static final Set<Act> SHOWN = EnumSet.copyOf(HANDING_OVER);

    static {
        SHOWN.add(Act.REPORT_OPENED);
        SHOWN.add(Act.RELATIVES_OPENED);
        SHOWN.add(Act.EXHIBIT_OPENED);
        SHOWN.add(Act.REPORT_FOUND);
        SHOWN.add(Act.SECOND_ASKED);
        SHOWN.add(Act.SECOND_GIVEN);
        SHOWN.add(Act.COPY_OPENED);
        SHOWN.addAll(REFERRALS);
    }

    private final Chain chain;
    private final Partners partners;

    Openings(Chain chain, Partners partners) {
        this.chain = chain;
        this.partners = partners;
    }

    /**
     * One line: what was done, by which kind of person, in which hour.
     *
     * @param organisation to which it was given too, where it was
     */
    record Opening(Act act, Actor.Kind by, Instant hour, @Nullable String organisation) {
        /** Whether it was done to hand the report over. */
        boolean isHandingOver() {
            return HANDING_OVER.contains(act);
        }
    }

    /** All that is shown of the log. */
    record Told(List<Opening> openings, List<HandOver> handOvers) {}

    /** The lines, oldest first; the same person doing the same within an hour is one line. */
    Told of(UUID report) {
        List<Line> lines =
                chain.about(report).stream()
                        .filter(entry -> SHOWN.contains(entry.happening().act()))
                        .map(this::line)
                        .distinct()
                        .toList();
        Map<UUID, List<Line>> exports =
                lines.stream()
                        .filter(line -> line.export() != null)
                        .collect(
                                groupingBy(
                                        line -> Objects.requireNonNull(line.export()),
                                        LinkedHashMap::new,
                                        toList()));
        return new Told(
                lines.stream().map(Line::opening).toList(),
                exports.values().stream().map(Openings::handOver).toList());
    }

    private static HandOver handOver(List<Line> lines) {
        String recipient =
                lines.stream()
                        .filter(line -> line.act() == Act.EXPORT_PREPARED)
                        .map(Line::detail)
                        .findFirst()
                        .orElse("");
        String[] words = recipient.split(" ", -1);
        boolean told = words.length == 2;
        return new HandOver(
                told ? words[0] : null,
                told ? words[1] : null,
                lines.stream()
                        .map(
                                line ->
                                        new HandOver.Step(
                                                line.opening(),
                                                line.act() == Act.EXPORT_REFUSED
                                                        ? line.detail()
                                                        : null))
                        .toList());
    }

    private record Line(
            Act act,
            Actor.Kind by,
            @Nullable UUID person,
            @Nullable UUID subject,
            Instant hour,
            String detail) {
        Opening opening() {
            return new Opening(act, by, hour, REFERRALS.contains(act) ? detail : null);
        }

        @Nullable UUID export() {
            return HANDING_OVER.contains(act) ? subject : null;
        }
    }

    private Line line(Entry entry) {
        Act act = entry.happening().act();
        Actor actor = entry.happening().actor();
        String detail = entry.happening().detail();
        return new Line(
                act,
                actor.kind(),
                actor.id(),
                entry.happening().subject(),
                entry.at().truncatedTo(ChronoUnit.HOURS),
                REFERRALS.contains(act) ? partners.nameOf(detail) : detail);
    }
}

package org.amanet.reports;

import static org.amanet.reports.Status.ACKNOWLEDGED;
import static org.amanet.reports.Status.ACTIVE;
import static org.amanet.reports.Status.CLOSED;
import static org.amanet.reports.Status.EXPORTED;
import static org.amanet.reports.Status.FOLLOW_UP;
import static org.amanet.reports.Status.IN_TRIAGE;
import static org.amanet.reports.Status.NEEDS_INFO;
import static org.amanet.reports.Status.NEW;
import static org.amanet.reports.Status.QUARANTINED;
import static org.amanet.reports.Status.READY_EXPORT;
import static org.amanet.reports.Status.REFERRED;
import static org.amanet.reports.Status.RESTRICTED;
import static org.amanet.reports.Status.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class StatusTest {
    /** Only the intake makes the first two, and only the reporter the last. */
    private static final Set<Status> NOBODY_SETS = EnumSet.of(NEW, RESTRICTED, WITHDRAWN);

    /** The whole table, a second time. */
    private static final Map<Status, Set<Status>> TABLE =
            Map.ofEntries(
                    Map.entry(NEW, Set.of(ACKNOWLEDGED, IN_TRIAGE, QUARANTINED)),
                    Map.entry(RESTRICTED, Set.of(ACKNOWLEDGED, IN_TRIAGE, QUARANTINED)),
                    Map.entry(ACKNOWLEDGED, Set.of(IN_TRIAGE, QUARANTINED, CLOSED)),
                    Map.entry(IN_TRIAGE, Set.of(NEEDS_INFO, ACTIVE, REFERRED, QUARANTINED, CLOSED)),
                    Map.entry(NEEDS_INFO, Set.of(IN_TRIAGE, ACTIVE, CLOSED)),
                    Map.entry(ACTIVE, Set.of(NEEDS_INFO, REFERRED, READY_EXPORT, CLOSED)),
                    Map.entry(REFERRED, Set.of(ACTIVE, FOLLOW_UP, CLOSED)),
                    Map.entry(READY_EXPORT, Set.of(ACTIVE, EXPORTED)),
                    Map.entry(EXPORTED, Set.of(FOLLOW_UP, CLOSED)),
                    Map.entry(FOLLOW_UP, Set.of(ACTIVE, READY_EXPORT, CLOSED)),
                    Map.entry(CLOSED, Set.of(ACTIVE)),
                    Map.entry(QUARANTINED, Set.of(IN_TRIAGE, CLOSED)),
                    Map.entry(WITHDRAWN, Set.of()));

    @Property
    void whatMayFollowIsInTheTableAndNothingElse(@ForAll Status from, @ForAll Status to) {
        assertEquals(TABLE.get(from).contains(to), from.allows(to));
        assertEquals(TABLE.get(from), from.next());
    }

    @Example
    void everyStatusHasItsLine() {
        assertEquals(EnumSet.allOf(Status.class), TABLE.keySet());
    }

    @Property
    void nobodyWithdrawsForTheReporterNorMakesAReportNewAgain(@ForAll Status from) {
        assertTrue(NOBODY_SETS.stream().noneMatch(from::allows));
    }

    @Property
    void nothingFollowsItself(@ForAll Status from) {
        assertEquals(false, from.allows(from));
    }

    @Property
    void whoeverAsksCannotChangeTheTable(@ForAll Status from) {
        assertThrows(UnsupportedOperationException.class, () -> from.next().add(WITHDRAWN));
    }

    /** Whatever people do, and in whatever order: a model that only knows the table agrees. */
    @Property
    void whateverPeopleDoAReportStaysOnThePath(@ForAll @Size(max = 30) List<Status> wishes) {
        Status status = NEW;
        for (Status wish : wishes) {
            Set<Status> allowed = TABLE.get(status);
            if (status.allows(wish)) {
                assertTrue(allowed.contains(wish));
                status = wish;
            }
            assertTrue(status == NEW || !NOBODY_SETS.contains(status));
        }
    }

    @Property
    void fromEverywhereButWithdrawnAReportCanBeClosedAndOpenedAgain(@ForAll Status from) {
        assertEquals(from != WITHDRAWN, reachable(from).contains(CLOSED));
        assertEquals(from != WITHDRAWN, reachable(from).contains(ACTIVE));
    }

    private static Set<Status> reachable(Status from) {
        Set<Status> seen = EnumSet.of(from);
        boolean grows = true;
        while (grows) {
            Set<Status> next = EnumSet.copyOf(seen);
            seen.forEach(status -> next.addAll(status.next()));
            grows = next.size() > seen.size();
            seen = next;
        }
        return seen;
    }
}

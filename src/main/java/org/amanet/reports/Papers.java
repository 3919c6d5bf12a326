package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.Member;

/**
 * What staff work out about an open report, sealed with it. A change is another version; the
 * earlier ones stay.
 */
@ApplicationScoped
public class Papers {
    /** Of one paper: more is somebody's machine, not somebody's work. */
    private static final int VERSIONS_MAX = 200;

    /** Of all papers of a report together. */
    private static final int PARTS_MAX = 2_000;

    private final Contents contents;
    private final Trail trail;
    private final Clock clock;

    Papers(Contents contents, Trail trail, Clock clock) {
        this.contents = contents;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Files the next version of a paper.
     *
     * @param id chosen by whoever begins it
     * @param seen the version that was seen last; 0 for a new one
     * @return the version that this became
     * @throws Refusal where another version is there by now, the id stands for something else, or
     *     there is too much already
     */
    @Transactional
    public int file(OpenedReport opened, Member by, UUID id, int seen, Object content) {
        Report.touched(opened.id(), clock.instant());
        int latest = Part.latest(opened.id(), id);
        if (latest != seen) {
            throw new Refusal(Problem.PRECONDITION_FAILED);
        }
        if (latest == 0 && Part.exists(id)) {
            throw new Refusal(Problem.CONFLICT);
        }
        if (seen >= VERSIONS_MAX || Part.papers(opened.id()) >= PARTS_MAX) {
            throw new Refusal(Problem.TOO_LARGE);
        }
        Part part = Part.placed(opened.id(), id, seen + 1, PartKind.PAPER, clock.instant());
        contents.seal(part, content, opened.recipient()).persist();
        trail.record(
                Happening.of(Act.PAPER_FILED, by.actor())
                        .about(opened.id())
                        .sealing(part.id, part.version));
        return part.version;
    }
}

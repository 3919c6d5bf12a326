package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Identity;
import org.amanet.staff.Member;

/** Puts selectors down in an open report and withdraws them. Each is a part of its own. */
@ApplicationScoped
public class Selectors {
    /** More than one report has of what can be searched for. */
    public static final int MAX = 100;

    private final Contents contents;
    private final Trail trail;
    private final Clock clock;

    Selectors(Contents contents, Trail trail, Clock clock) {
        this.contents = contents;
        this.trail = trail;
        this.clock = clock;
    }

    /** The latest version of each that was not withdrawn. */
    static List<Selector.Kept> latest(List<Part> parts, Contents contents, Identity key) {
        return Part.latest(parts.stream().filter(part -> part.kind == PartKind.SELECTOR)).stream()
                .map(part -> kept(part, contents.open(part, Selector.class, key)))
                .filter(kept -> !kept.content().withdrawn())
                .toList();
    }

    private static Selector.Kept kept(Part part, Selector content) {
        return new Selector.Kept(part.id, part.version, part.hour, content);
    }

    /**
     * Puts more of them down and answers all that are there then.
     *
     * @throws Refusal where there would be too many, or the report is not the one that was opened
     */
    @Transactional
    public List<Selector.Kept> add(OpenedReport opened, Member by, List<Selector> more) {
        if (opened.selectors().size() + more.size() > MAX) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/value", "no-room"));
        }
        Report.claim(opened.id(), opened.report().version, clock.instant());
        List<Selector.Kept> all = new ArrayList<>(opened.selectors());
        for (Selector selector : more) {
            Part part =
                    Part.placed(
                            opened.id(), UUID.randomUUID(), 1, PartKind.SELECTOR, clock.instant());
            keep(opened, part, selector, Happening.of(Act.SELECTOR_ADDED, by.actor()));
            all.add(kept(part, selector));
        }
        return all;
    }

    /**
     * Withdraws one and answers all that are there then. What was put down stays, under a version
     * that says that it does not hold.
     *
     * @throws Refusal not found, where it is not there
     */
    @Transactional
    public List<Selector.Kept> withdraw(OpenedReport opened, Member by, UUID id) {
        Selector.Kept kept =
                opened.selectors().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        Report.claim(opened.id(), opened.report().version, clock.instant());
        Part part =
                Part.placed(
                        opened.id(), id, kept.version() + 1, PartKind.SELECTOR, clock.instant());
        Selector marker = kept.content().withdrawnBy(by.alias);
        keep(opened, part, marker, Happening.of(Act.SELECTOR_WITHDRAWN, by.actor()));
        return opened.selectors().stream().filter(one -> !one.id().equals(id)).toList();
    }

    private void keep(OpenedReport opened, Part part, Selector content, Happening happening) {
        contents.seal(part, content, opened.key().recipient()).persist();
        trail.record(happening.about(opened.id()).sealing(part.id, part.version));
    }
}

package org.amanet.dossiers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Papers;
import org.amanet.reports.Versioned;
import org.amanet.sealing.SealBroken;
import org.amanet.staff.Member;

/** The dossier of an open report: what stands in it, and what is filed there. */
@ApplicationScoped
public class Dossiers {
    private final Papers papers;
    private final PaperRules rules;
    private final Trail trail;
    private final Clock clock;

    Dossiers(Papers papers, PaperRules rules, Trail trail, Clock clock) {
        this.papers = papers;
        this.rules = rules;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What stands in it.
     *
     * @throws Refusal where one of its papers is not what was sealed; the log says so
     */
    public Dossier of(OpenedReport opened, Member reader) {
        return new Dossier(
                written(opened, reader).stream()
                        .filter(one -> !(one.content().paper() instanceof Struck))
                        .map(Dossiers::filed)
                        .toList());
    }

    /**
     * Files a new paper, or the next version of one. To send again what stands there already
     * changes nothing.
     *
     * @param id chosen by whoever begins it
     * @param seen the version that was seen last; 0 for a new one
     * @throws Refusal where it cannot be so, or another version is there by now
     */
    @Transactional
    public Filed<Paper> file(OpenedReport opened, Member by, UUID id, int seen, Paper paper) {
        List<Versioned<Written>> all = written(opened, by);
        Paper whole = paper instanceof Translation one ? one.reviewedBy(null) : paper;
        Optional<Versioned<Written>> before = find(all, id);
        if (before.isPresent() && isTheSame(before.get(), by, seen, whole)) {
            return filed(before.get());
        }
        before.ifPresent(known -> requireKind(known.content().paper(), whole));
        rules.require(opened, others(all, id), whole);
        return put(opened, by, id, seen, whole);
    }

    /**
     * Somebody else than its author has read a translation against the original.
     *
     * @throws Refusal where there is none, or they wrote it themselves
     */
    @Transactional
    public Filed<Paper> review(OpenedReport opened, Member by, UUID id, int seen) {
        Written known = standing(opened, by, id);
        if (!(known.paper() instanceof Translation translation)) {
            throw new Refusal(Problem.NOT_FOUND);
        }
        if (known.member().equals(by.id)) {
            throw new Refusal(Problem.SELF_APPROVAL);
        }
        return put(opened, by, id, seen, translation.reviewedBy(by.alias));
    }

    /** Takes a paper out. Its earlier versions stay. */
    @Transactional
    public void strike(OpenedReport opened, Member by, UUID id, int seen) {
        standing(opened, by, id);
        put(opened, by, id, seen, new Struck());
    }

    private Filed<Paper> put(OpenedReport opened, Member by, UUID id, int seen, Paper paper) {
        Written written =
                new Written(
                        by.id, by.alias, clock.instant().truncatedTo(ChronoUnit.SECONDS), paper);
        int version = papers.file(opened, by, id, seen, written);
        return filed(new Versioned<>(id, version, written));
    }

    private Written standing(OpenedReport opened, Member by, UUID id) {
        return find(written(opened, by), id)
                .map(Versioned::content)
                .filter(known -> !(known.paper() instanceof Struck))
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    private List<Versioned<Written>> written(OpenedReport opened, Member reader) {
        try {
            return opened.papers(Written.class);
        } catch (SealBroken broken) {
            trail.recordRefusal(Happening.of(Act.SEAL_BROKEN, reader.actor()).about(opened.id()));
            throw new Refusal(Problem.SEAL_BROKEN);
        }
    }

    private static Optional<Versioned<Written>> find(List<Versioned<Written>> all, UUID id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static List<Paper> others(List<Versioned<Written>> all, UUID id) {
        return all.stream()
                .filter(one -> !one.id().equals(id))
                .map(one -> one.content().paper())
                .toList();
    }

    /** An answer that was lost on its way makes its sender send once more. */
    private static boolean isTheSame(Versioned<Written> known, Member by, int seen, Paper whole) {
        Written content = known.content();
        return known.version() == seen + 1
                && content.member().equals(by.id)
                && content.paper().equals(whole);
    }

    private static void requireKind(Paper known, Paper next) {
        if (!known.getClass().equals(next.getClass())) {
            throw new Refusal(Problem.CONFLICT);
        }
    }

    private static Filed<Paper> filed(Versioned<Written> one) {
        Written written = one.content();
        return new Filed<>(one.id(), one.version(), written.alias(), written.at(), written.paper());
    }
}

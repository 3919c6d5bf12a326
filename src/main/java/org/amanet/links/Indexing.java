package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import org.amanet.audit.Act;
import org.amanet.audit.Chain;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.PartKind;
import org.amanet.reports.ReportSecluded;
import org.amanet.reports.ReportWithdrawn;
import org.amanet.reports.Selector;
import org.amanet.reports.Status;
import org.jspecify.annotations.Nullable;

/** Keeps the index in step with the reports: what is sealed there stands here as tokens. */
@ApplicationScoped
class Indexing {
    private final Tokens tokens;
    private final Generations generations;
    private final Chain chain;

    Indexing(Tokens tokens, Generations generations, Chain chain) {
        this.tokens = tokens;
        this.generations = generations;
        this.chain = chain;
    }

    /**
     * The selectors of a report have changed.
     *
     * @param index none where its key has not reached whoever changed them: then the tokens wait
     *     for somebody who has it
     */
    @Transactional
    void changed(OpenedReport opened, List<Selector.Kept> selectors, @Nullable DeskIndex index) {
        if (index == null) {
            tokens.mark(opened.id(), opened.report().desk, 0, isTold(opened));
        } else {
            write(opened, selectors, index);
        }
    }

    /** A report that is not in the index as it should be is put there. */
    @Transactional
    boolean catchUp(OpenedReport opened, DeskIndex index) {
        int there = tokens.generationOf(opened.id()).orElse(index.latest());
        if (there == index.latest()) {
            return false;
        }
        write(opened, opened.selectors(), index);
        return true;
    }

    private void write(OpenedReport opened, List<Selector.Kept> selectors, DeskIndex index) {
        generations.share(index.desk());
        if (generations.of(index.desk()).getLast() != index.latest()) {
            throw new Refusal(Problem.CONFLICT); // the key was changed since it was opened
        }
        tokens.replace(index, opened.id(), selectors, isTold(opened));
    }

    /**
     * Whether everybody at the desk may know that this report exists: not where the reporter left
     * somebody out or fears an insider, nor where a colleague has declared a conflict.
     */
    private boolean isTold(OpenedReport opened) {
        return opened.excluded().isEmpty()
                && opened.excludedInWords().isEmpty()
                && !opened.account().insider()
                && opened.report().status != Status.RESTRICTED
                && !opened.unreadable().contains(PartKind.ACCOUNT)
                && chain.about(opened.id()).stream()
                        .noneMatch(entry -> entry.happening().act() == Act.CONFLICT_DECLARED);
    }

    void secluded(@Observes ReportSecluded event) {
        tokens.seclude(event.report());
    }

    /** The keys are gone already; what was made of the content goes too. */
    void withdrawn(@Observes ReportWithdrawn event) {
        LinkQuestion.removeAll(event.report());
        ReportLink.removeAll(event.report());
        tokens.removeAll(event.report());
    }
}

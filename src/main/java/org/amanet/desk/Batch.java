package org.amanet.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Assignment;
import org.amanet.reports.Status;
import org.amanet.staff.CurrentMember;
import org.jspecify.annotations.Nullable;

/**
 * One act on many reports, each opened, changed and logged by itself, on what is there now: what
 * cannot be done to one stops no other.
 */
@ApplicationScoped
class Batch {
    /** As what it is told line by line while it goes on. */
    static final String LINES = "application/x-ndjson";

    /** More than a page of the queue shows. */
    static final int REPORTS_MAX = 200;

    private final Casework casework;
    private final CurrentMember current;
    private final ObjectMapper json;

    Batch(Casework casework, CurrentMember current, ObjectMapper json) {
        this.casework = casework;
        this.current = current;
        this.json = json;
    }

    /** What is done to each: either of the two. */
    record Wish(@Nullable Status status, @Nullable UUID assignee) {
        /**
         * @throws Refusal where it is neither or both
         */
        Wish {
            if ((status == null) == (assignee == null)) {
                throw new Refusal(Problem.INVALID_REQUEST);
            }
        }
    }

    /**
     * What came of it for one report.
     *
     * @param refusal why it stayed as it was; none where it was done
     */
    record Outcome(String id, @JsonIgnore @Nullable Refusal refusal) {
        @JsonProperty
        @Nullable String problem() {
            return refusal == null ? null : refusal.problem().slug();
        }
    }

    /**
     * Begins with nothing done yet.
     *
     * @throws Refusal where the vault is locked
     */
    Run begin(List<String> reports, Wish wish) {
        current.vault();
        return new Run(List.copyOf(reports), wish);
    }

    /** A batch on its way. */
    final class Run {
        private final List<String> reports;
        private final Wish wish;

        private Run(List<String> reports, Wish wish) {
            this.reports = reports;
            this.wish = wish;
        }

        /** Does all of them and tells each as soon as it is done, a line of JSON for each. */
        void to(OutputStream out) throws IOException {
            for (String report : reports) {
                out.write(json.writeValueAsBytes(one(report, wish)));
                out.write('\n');
                out.flush();
            }
        }

        /** Does all of them and tells it at the end. */
        List<Outcome> whole() {
            return reports.stream().map(report -> one(report, wish)).toList();
        }
    }

    private Outcome one(String report, Wish wish) {
        try {
            if (wish.status() != null) {
                casework.move(report, wish.status());
            } else {
                casework.assign(report, new Assignment.To(wish.assignee(), false));
            }
            return new Outcome(report, null);
        } catch (Refusal refusal) {
            return new Outcome(report, refusal);
        }
    }
}

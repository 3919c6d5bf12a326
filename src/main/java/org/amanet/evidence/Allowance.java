package org.amanet.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/** How many files a report may have, and how long they may be. */
@ApplicationScoped
class Allowance {
    private final long fileMax;
    private final int filesMax;
    private final long reportMax;

    Allowance(EvidenceConfig config) {
        this.fileMax = config.fileMax();
        this.filesMax = config.filesMax();
        this.reportMax = config.reportMax();
    }

    /** The longest file. */
    long fileMax() {
        return fileMax;
    }

    /** Refuses a file that is empty or too long. */
    void requireFileOf(long bytes) {
        if (bytes < 1) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/size", "empty"));
        }
        if (bytes > fileMax) {
            throw new Refusal(Problem.TOO_LARGE, new Fault("/size", "too-large"));
        }
    }

    /** Refuses one more file where there is no room for it. Whoever asks holds the report's row. */
    void requireRoom(UUID report, Layout layout) {
        if (layout.bytes() > Layout.of(fileMax).bytes()) {
            throw new Refusal(Problem.TOO_LARGE, new Fault("/pieces", "too-large"));
        }
        if (Exhibit.received(report).size() >= filesMax) {
            throw new Refusal(Problem.TOO_LARGE, new Fault("/receipt", "too-many-files"));
        }
        if (Exhibit.storedOf(report) + layout.bytes() > reportMax) {
            throw new Refusal(Problem.TOO_LARGE, new Fault("/receipt", "no-room"));
        }
    }

    /** Refuses when what is there by now is too much. */
    void requireKept(UUID report) {
        if (Exhibit.storedOf(report) > reportMax) {
            throw new Refusal(Problem.TOO_LARGE, new Fault("/receipt", "no-room"));
        }
    }
}

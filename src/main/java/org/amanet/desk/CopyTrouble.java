package org.amanet.desk;

import java.util.Optional;
import org.amanet.evidence.Marked;
import org.amanet.evidence.Obstacle;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/** What can be wrong with a form about copies: said beside it, with all that was typed. */
enum CopyTrouble {
    REASON_MISSING,
    REASON_LONG,
    BOXES,
    NO_SUCH_PAGE,
    NO_COPY,
    NOTHING_MARKED,
    TEXT_CHANGED,
    TOO_MANY;

    /** The trouble behind a refusal, where it is one of these. */
    static Optional<CopyTrouble> of(Refusal refusal) {
        return switch (refusal.problem()) {
            case CANNOT_BE_SHOWN -> Optional.of(behind(Obstacle.of(refusal)));
            case TOO_LARGE -> Optional.of(TOO_MANY);
            case INVALID_REQUEST -> Optional.of(inFields(refusal));
            default -> Optional.empty();
        };
    }

    private static CopyTrouble behind(Optional<Obstacle> obstacle) {
        return obstacle.filter(Obstacle.PAGE::equals).isPresent() ? NO_SUCH_PAGE : NO_COPY;
    }

    private static CopyTrouble inFields(Refusal refusal) {
        if (refusal.faults().contains(Trouble.MISSING)) {
            return REASON_MISSING;
        }
        if (refusal.faults().contains(Trouble.TOO_LONG)) {
            return REASON_LONG;
        }
        if (refusal.faults().contains(Marked.NOTHING)) {
            return NOTHING_MARKED;
        }
        return refusal.faults().contains(Marked.CHANGED) ? TEXT_CHANGED : BOXES;
    }

    int status() {
        return Problem.CANNOT_BE_SHOWN.status();
    }
}

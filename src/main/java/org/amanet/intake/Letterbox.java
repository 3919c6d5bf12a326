package org.amanet.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.UUID;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPart;
import org.amanet.staff.SharedKey;

/**
 * Letters: reports that were sealed at their desks' keys somewhere else, and sealed once more to
 * this service, so that whoever carries one sees neither its desk nor its language nor how urgent
 * it is. The second seal guards nothing more than that.
 */
@ApplicationScoped
class Letterbox {
    private static final String PURPOSE = "amanet letterbox v1";

    /** Written inside the seal: a letter is a letter and nothing else. */
    private static final Place PLACE =
            new Place(new UUID(0, 0), new UUID(0, 0), "LETTER", "LETTERBOX", 1);

    private final SealedSubmission submission;
    private final ObjectMapper json;
    private final Validator validator;
    private final Identity key;
    private final Recipient recipient;

    Letterbox(
            SealedSubmission submission, ObjectMapper json, Validator validator, SharedKey shared) {
        this.submission = submission;
        this.json = json;
        this.validator = validator;
        this.key = shared.of(PURPOSE);
        this.recipient = key.recipient();
    }

    /** To whom letters are sealed the second time. */
    Recipient recipient() {
        return recipient;
    }

    /**
     * Takes a letter in; the same one again changes nothing.
     *
     * @throws Refusal where it is no letter, or one that nobody could read any more
     */
    void take(byte[] letter) {
        submission.submit(opened(letter), SealedSubmission.Strangers.LEFT_OUT);
    }

    private SealedReport opened(byte[] letter) {
        try {
            SealedReport report =
                    json.readValue(SealedPart.open(PLACE, letter, key), SealedReport.class);
            if (report != null && validator.validate(report).isEmpty()) {
                return report;
            }
        } catch (SealBroken | IOException noLetter) {
            // the same answer below
        }
        throw new Refusal(Problem.INVALID_REQUEST, new Fault("/letter", "not-sealed"));
    }
}

package org.amanet.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Compartment;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPart;

/** What uploads remember between requests, under a seal that only their tokens open. */
@ApplicationScoped
class UploadMemory {
    private static final String KIND = "UPLOAD";

    private final ObjectMapper json;

    UploadMemory(ObjectMapper json) {
        this.json = json;
    }

    byte[] seal(UploadToken token, Progress progress) {
        byte[] plain = written(progress);
        try (Identity owner = token.identity()) {
            Place place = place(progress.report(), progress.exhibit());
            return SealedPart.seal(place, plain, List.of(owner.recipient()));
        } finally {
            Digests.wipe(plain);
        }
    }

    /**
     * What it remembers.
     *
     * @throws Refusal not found, where the token is of another
     */
    Progress open(UploadToken token, Exhibit row) {
        byte[] state = row.state;
        byte[] hash = row.tokenHash;
        if (state == null || hash == null || !Digests.constantTimeEquals(hash, token.hash())) {
            throw new Refusal(Problem.NOT_FOUND);
        }
        byte[] plain = opened(token, row, state);
        try {
            return json.readValue(plain, Progress.class);
        } catch (IOException e) {
            throw new Refusal(Problem.SEAL_BROKEN);
        } finally {
            Digests.wipe(plain);
        }
    }

    private static byte[] opened(UploadToken token, Exhibit row, byte[] state) {
        try (Identity owner = token.identity()) {
            return SealedPart.open(place(row.report, row.id), state, owner);
        } catch (SealBroken broken) {
            throw new Refusal(Problem.SEAL_BROKEN);
        }
    }

    private static Place place(UUID report, UUID exhibit) {
        return new Place(report, exhibit, KIND, Compartment.ACCOUNT.name(), 1);
    }

    private byte[] written(Progress progress) {
        try {
            return json.writeValueAsBytes(progress);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "an upload cannot be written"); // the cause may quote its name
        }
    }
}

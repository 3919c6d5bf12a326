package org.amanet.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPart;

/** Turns contents into sealed parts and back. */
@ApplicationScoped
class Contents {
    private final ObjectMapper json;

    Contents(ObjectMapper json) {
        this.json = json;
    }

    /** Fills a part whose place is set. */
    Part seal(Part part, Object content, Recipient to) {
        part.sealed = seal(part.place(), content, to);
        return part;
    }

    byte[] seal(Place place, Object content, Recipient to) {
        byte[] plain = written(content);
        try {
            return SealedPart.seal(place, plain, List.of(to));
        } finally {
            Digests.wipe(plain);
        }
    }

    /**
     * What is inside.
     *
     * @throws SealBroken also where it is not what it should be: nobody but its sealer has seen it
     */
    <T> T open(Part part, Class<T> type, Identity key) {
        byte[] plain = SealedPart.open(part.place(), part.sealed, key);
        try {
            T content = json.readValue(plain, type);
            if (!Sound.is(content)) {
                throw new SealBroken();
            }
            return content;
        } catch (IOException e) {
            throw new SealBroken();
        } finally {
            Digests.wipe(plain);
        }
    }

    private byte[] written(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a part cannot be written"); // the cause may quote the content
        }
    }
}

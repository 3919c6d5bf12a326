package org.amanet.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.AgeFile;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.SealBroken;

/**
 * Answers kept for a retry: sealed under a key derived from the idempotency key, of which only a
 * hash is stored. Whoever holds the key reads the same answer again, receipt included; the server
 * cannot.
 */
@ApplicationScoped
class KeptAnswers {
    /** At least 24 hours: the end is cut to the hour, so that it does not tell when it began. */
    private static final Duration KEPT_FOR = Duration.ofHours(25);

    private static final String PURPOSE = "amanet kept answer v1";

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;

    KeptAnswers(EntityManager entities, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    /** What is inside the seal: the answer, and which request it answered. */
    record Kept(String request, Submission.Accepted answer) {
        @Override
        public String toString() {
            return "Kept";
        }
    }

    /**
     * Keeps the answer. A second request with the same key waits here until the first is through.
     *
     * @return false where an answer is kept already
     */
    @Transactional(TxType.MANDATORY)
    boolean keep(String key, NewReport request, Submission.Accepted answer) {
        try (Identity owner = identity(key)) {
            byte[] plain = json.writeValueAsBytes(new Kept(digest(request), answer));
            byte[] sealed = AgeFile.seal(plain, List.of(owner.recipient()));
            Digests.wipe(plain);
            return entities.createNativeQuery(
                                    "insert into kept_answer (key_hash, sealed, until) values (?1, ?2, ?3) on conflict do nothing")
                            .setParameter(1, hash(key))
                            .setParameter(2, sealed)
                            .setParameter(
                                    3, clock.instant().truncatedTo(ChronoUnit.HOURS).plus(KEPT_FOR))
                            .executeUpdate()
                    == 1;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "an answer cannot be written"); // the cause may quote it
        }
    }

    /**
     * The answer that was given to this key.
     *
     * @throws Refusal when the key was used for another request
     */
    @Transactional
    Optional<Submission.Accepted> find(String key, NewReport request) {
        List<?> rows =
                entities.createNativeQuery(
                                "select sealed from kept_answer where key_hash = ?1 and until > ?2",
                                byte[].class)
                        .setParameter(1, hash(key))
                        .setParameter(2, clock.instant())
                        .getResultList();
        return rows.stream().map(row -> open(key, (byte[]) row, request)).findFirst();
    }

    private Submission.Accepted open(String key, byte[] sealed, NewReport request) {
        try (Identity owner = identity(key)) {
            Kept kept = json.readValue(AgeFile.open(sealed, owner), Kept.class);
            if (!kept.request().equals(digest(request))) {
                throw new Refusal(Problem.IDEMPOTENCY_KEY_REUSED);
            }
            return kept.answer();
        } catch (IOException | SealBroken e) {
            throw new Refusal(Problem.SEAL_BROKEN);
        }
    }

    /** Old answers go; that this runs on several servers at once does no harm. */
    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forget() {
        entities.createNativeQuery("delete from kept_answer where until <= ?1")
                .setParameter(1, clock.instant())
                .executeUpdate();
    }

    private static Identity identity(String key) {
        return Identity.derived(key.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    private static byte[] hash(String key) {
        return Digests.sha256((PURPOSE + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    private String digest(NewReport request) {
        try {
            // Two servers, or one before and after a restart, need not keep a map in the same
            // order.
            byte[] ordered =
                    json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                            .writeValueAsBytes(request);
            return Digests.hex(Digests.sha256(ordered));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a request cannot be written"); // the cause may quote it
        }
    }
}

package org.amanet.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import org.amanet.sealing.Identity;
import org.amanet.staff.SharedKey;
import org.jspecify.annotations.Nullable;

/**
 * Proofs of work by the protocol of ALTCHA (version 1, SHA-256): a number below a limit is to be
 * found by trying. Nothing is kept; the challenge comes back with the proof, signed.
 */
@ApplicationScoped
class Proofs {
    private static final String PURPOSE = "amanet proof v1";
    private static final String SUBJECT = "for";
    private static final Duration GOOD_FOR = Duration.ofMinutes(20);

    /** Longer is none of ours. */
    private static final int PROOF_MAX_CHARACTERS = 2_000;

    private final String key;
    private final long work;
    private final ObjectMapper json;
    private final Clock clock;

    Proofs(SharedKey shared, IntakeConfig config, ObjectMapper json, Clock clock) {
        this.key = key(shared);
        this.work = config.proofWork();
        this.json = json;
        this.clock = clock;
    }

    private static String key(SharedKey shared) {
        try (Identity identity = shared.of(PURPOSE)) {
            return new String(identity.encodedBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** What to work on; the proof is good for this subject alone. */
    Challenge challenge(String subject) {
        Altcha.ChallengeOptions options =
                new Altcha.ChallengeOptions()
                        .setAlgorithm(Altcha.Algorithm.SHA256)
                        .setMaxNumber(work)
                        .setSecureRandomNumber(true)
                        .setHmacKey(key)
                        .addParam(SUBJECT, subject)
                        .setExpires(clock.instant().plus(GOOD_FOR).getEpochSecond());
        try {
            Altcha.Challenge made = Altcha.createChallenge(options);
            return new Challenge(
                    made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
        } catch (Exception e) { // declared by the library as wide as this
            throw new IllegalStateException("a challenge cannot be made", e);
        }
    }

    /**
     * A challenge as ALTCHA's clients read it.
     *
     * @param challenge hexadecimal SHA-256 of the salt with the number behind it
     * @param maxnumber the number is not above this
     */
    record Challenge(
            String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    /** Whether this is a proof for this subject (base64 of JSON, as ALTCHA's clients write it). */
    boolean holds(@Nullable String proof, String subject) {
        if (proof == null || proof.isEmpty() || proof.length() > PROOF_MAX_CHARACTERS) {
            return false;
        }
        try {
            Altcha.Payload solved =
                    json.readValue(Base64.getDecoder().decode(proof), Altcha.Payload.class);
            return Altcha.verifySolution(solved, key, true)
                    && subject.equals(Altcha.extractParams(solved.salt).get(SUBJECT));
        } catch (Exception malformed) { // declared by the library as wide as this
            return false;
        }
    }
}

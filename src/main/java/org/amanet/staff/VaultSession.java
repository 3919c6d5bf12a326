package org.amanet.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amanet.sealing.AgeFile;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealBroken;
import org.jspecify.annotations.Nullable;

/**
 * The vault token: a vault's identity, sealed to the key that only the running servers share, and
 * carried by the client. The server keeps none of it between requests. Somebody who made up a token
 * would have to put the identity in.
 */
@ApplicationScoped
class VaultSession {
    private final StaffConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final Identity key;
    private final Recipient keyRecipient;

    VaultSession(StaffConfig config, SharedKey shared, ObjectMapper json, Clock clock) {
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.key = shared.shared();
        this.keyRecipient = key.recipient();
    }

    /** What the token carries inside the seal. */
    record Content(
            UUID id,
            UUID member,
            @Nullable String session,
            Instant issued,
            Instant used,
            String identity,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String former) {
        @Override
        public String toString() {
            return "Content of " + member;
        }
    }

    String begin(
            Member member, @Nullable String session, Identity identity, @Nullable Identity former) {
        Instant now = now();
        return seal(
                new Content(
                        UUID.randomUUID(),
                        member.id,
                        session,
                        now,
                        now,
                        text(identity),
                        former == null ? null : text(former)));
    }

    private static String text(Identity identity) {
        return new String(identity.encodedBytes(), StandardCharsets.US_ASCII);
    }

    /**
     * The content, where the token is whole, not too old, not idle for too long, not ended, and of
     * this sign-on session.
     */
    Optional<Content> read(String token, Member member, @Nullable String session) {
        return running(token)
                .filter(content -> content.member().equals(member.id))
                .filter(content -> isSince(content, member.sessionsSince))
                .filter(content -> Objects.equals(content.session(), session));
    }

    /** The content, whoever brings the token, where its time is not over and nobody ended it. */
    Optional<Content> running(String token) {
        return unseal(token)
                .filter(content -> isCurrent(content, now()))
                .filter(content -> EndedSession.byId(content.id()).isEmpty());
    }

    private static boolean isSince(Content content, @Nullable Instant since) {
        return since == null || !content.issued().isBefore(since);
    }

    private boolean isCurrent(Content content, Instant now) {
        return now.isBefore(content.issued().plus(config.sessionAge()))
                && now.isBefore(content.used().plus(config.sessionIdle()));
    }

    /** A token that counts idle time from now; none where the last one is younger than a minute. */
    Optional<String> renewed(Content content) {
        Instant now = now();
        if (now.isBefore(content.used().plus(1, ChronoUnit.MINUTES))) {
            return Optional.empty();
        }
        return Optional.of(
                seal(
                        new Content(
                                content.id(),
                                content.member(),
                                content.session(),
                                content.issued(),
                                now,
                                content.identity(),
                                content.former())));
    }

    void end(Content content) {
        EndedSession.deleteOver(now());
        EndedSession.persist(
                new EndedSession(content.id(), content.issued().plus(config.sessionAge())));
    }

    private String seal(Content content) {
        try {
            byte[] sealed = AgeFile.seal(json.writeValueAsBytes(content), List.of(keyRecipient));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a vault token cannot be written", e);
        }
    }

    private Optional<Content> unseal(String token) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(token);
            return Optional.of(json.readValue(AgeFile.open(sealed, key), Content.class));
        } catch (IllegalArgumentException | SealBroken | IOException e) {
            return Optional.empty(); // whatever it is, it opens nothing
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

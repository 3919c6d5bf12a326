package org.amanet.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Actor;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * A person with a key: caseworker, lead or investigator. What the role may read is decided by
 * grants, never by this row alone.
 */
@Entity
public class Member extends PanacheEntityBase {
    @Id public UUID id;
    @Column public String subject;

    @Enumerated(EnumType.STRING)
    public Role role;

    @Column public String alias;
    @Column public @Nullable String desk;

    @Column(name = "member_state")
    public @Nullable String memberState;

    @Column public String recipient;

    @Column(name = "verifying_key")
    public @Nullable String verifyingKey;

    @Column public byte @Nullable [] vault;
    @Column public byte @Nullable [] salt;

    @Column(name = "kdf_memory")
    public int kdfMemory;

    @Column(name = "kdf_iterations")
    public int kdfIterations;

    @Column(name = "kdf_parallelism")
    public int kdfParallelism;

    /** Whether new reports come to this member. */
    @Column public boolean duty;

    /** Vault sessions that began before this are over. */
    @Column(name = "sessions_since")
    public @Nullable Instant sessionsSince;

    @Version public int version;

    /** The member whom the identity provider knows by this subject. */
    static Optional<Member> bySubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    /** The member with this id. */
    public static Optional<Member> byId(UUID id) {
        return findByIdOptional(id);
    }

    /** Everybody who has a key, in the order of their names. */
    static List<Member> everybody() {
        return list("order by alias, id");
    }

    /** Those whom packages can be made for, in the order of their names. */
    public static List<Member> investigators() {
        return list("role = ?1 order by alias, id", Role.INVESTIGATOR);
    }

    static List<Member> ofDesk(String desk) {
        return list(
                "desk = ?1 and role in (?2, ?3) order by alias, id",
                desk,
                Role.CASEWORKER,
                Role.LEAD);
    }

    /** Where things for this member are sealed to; to be used only after {@link Vouchings#hold}. */
    public Recipient sealTo() {
        return Recipient.parse(recipient);
    }

    KdfParameters kdf() {
        return new KdfParameters(kdfMemory, kdfIterations, kdfParallelism);
    }

    void remember(KdfParameters parameters) {
        kdfMemory = parameters.memoryKib();
        kdfIterations = parameters.iterations();
        kdfParallelism = parameters.parallelism();
    }

    /** How the log names this member. */
    public Actor actor() {
        return new Actor(Actor.Kind.valueOf(role.name()), id);
    }

    /** Short form of the key for two people to compare aloud. */
    public String fingerprint() {
        return sealTo().fingerprint();
    }

    /**
     * Everything that a voucher stands for, in one line: a row edited afterwards no longer matches
     * it.
     */
    public String statement() {
        return statement(recipient, verifyingKey);
    }

    /** The same, of another key that the member brings. */
    String statement(String recipient, @Nullable String verifyingKey) {
        return String.join(
                " ",
                "amanet-vouching-v1",
                "member=" + id,
                "role=" + role,
                "alias=" + URLEncoder.encode(alias, StandardCharsets.UTF_8),
                "desk=" + Objects.toString(desk, "-"),
                "state=" + Objects.toString(memberState, "-"),
                "recipient=" + recipient,
                "verifying=" + Objects.toString(verifyingKey, "-"));
    }

    @Override
    public String toString() {
        return "Member " + id + " " + role;
    }
}

package org.amanet.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.AgeFile;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KdfBusy;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.KeyDerivation;
import org.amanet.sealing.Passphrase;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealBroken;
import org.jspecify.annotations.Nullable;

/**
 * Making, opening and locking vaults: the passphrase comes in, is used once, and is wiped by
 * whoever brought it.
 */
@ApplicationScoped
public class Vaults {
    static final int SALT_BYTES = 16;

    /** People who unlock share a waiting line apart from reporters. */
    private static final String LANE = "vault";

    private final KeyDerivation derivation;
    private final VaultSession sessions;
    private final Desks desks;
    private final Vouchings vouchings;
    private final Trail trail;

    Vaults(
            KeyDerivation derivation,
            VaultSession sessions,
            Desks desks,
            Vouchings vouchings,
            Trail trail) {
        this.derivation = derivation;
        this.sessions = sessions;
        this.desks = desks;
        this.vouchings = vouchings;
        this.trail = trail;
    }

    /**
     * Makes a vault for a person who has none: a new identity, sealed to the one derived from the
     * passphrase.
     *
     * @throws Refusal when the passphrase is weak, the desk unknown, or the person has a vault
     *     already
     */
    @Transactional
    public Member enrol(Person person, String alias, String desk, Passphrase passphrase) {
        if (desks.named(desk).isEmpty()) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/desk", "unknown"));
        }
        if (!passphrase.isStrong(List.of(alias, desk))) {
            throw new Refusal(Problem.WEAK_PASSPHRASE);
        }
        Member member = newMember(person, alias);
        member.desk = desk;
        member.salt = Randomness.bytes(SALT_BYTES);
        member.remember(KdfParameters.PASSPHRASE);
        try (Identity identity = Identity.generate();
                DerivedIdentity owner = derive(member, passphrase)) {
            member.recipient = identity.recipient().encoded();
            member.verifyingKey = identity.verifyingKey().encoded();
            member.vault = seal(identity, owner.identity().recipient());
        }
        member.persist();
        trail.record(Happening.of(Act.VAULT_ENROLLED, member.actor()).touching(member.id));
        return member;
    }

    /**
     * Registers the key that an investigator made and keeps; a new key replaces the old one and
     * wants a new voucher.
     */
    @Transactional
    public Member register(Person investigator, String alias, Recipient recipient) {
        if (investigator.memberState() == null || investigator.role() != Role.INVESTIGATOR) {
            throw new Refusal(Problem.FORBIDDEN); // nobody is both: one key for two roles
        }
        Member member =
                Member.bySubject(investigator.subject())
                        .orElseGet(() -> newMember(investigator, alias));
        if (member.role != Role.INVESTIGATOR) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        member.alias = alias.strip();
        member.memberState = investigator.memberState();
        member.recipient = recipient.encoded();
        member.persist();
        trail.record(Happening.of(Act.VAULT_ENROLLED, member.actor()).touching(member.id));
        return member;
    }

    private static Member newMember(Person person, String alias) {
        if (Member.bySubject(person.subject()).isPresent()) {
            throw new Refusal(Problem.CONFLICT);
        }
        Member member = new Member();
        member.id = UUID.randomUUID();
        member.subject = person.subject();
        member.role = person.role();
        member.alias = alias.strip();
        member.duty = true;
        return member;
    }

    /**
     * Opens the vault and gives the token for it.
     *
     * @throws Refusal when the passphrase is not the one; or when the database shows weaker
     *     parameters, or another key, than the vault was made with
     */
    @Transactional
    public String unlock(Member member, @Nullable String session, Passphrase passphrase) {
        try (Identity identity = open(member, passphrase)) {
            if (!identity.recipient().encoded().equals(member.recipient)) {
                throw broken(member);
            }
            if (vouchings.isWithdrawn(member)) {
                throw new Refusal(Problem.NOT_VOUCHED);
            }
            trail.record(Happening.of(Act.VAULT_UNLOCKED, member.actor()).touching(member.id));
            try (Identity former = FormerKey.open(member.id, identity)) {
                return sessions.begin(member, session, identity, former);
            }
        } catch (SealBroken wrong) {
            trail.recordRefusal(
                    Happening.of(Act.VAULT_REFUSED, member.actor()).touching(member.id));
            throw new Refusal(Problem.VAULT_REFUSED);
        }
    }

    /** Nothing is sealed to a member's key of before any more: it is gone. */
    @Transactional
    public void forgetKeyOfBefore(UUID member) {
        FormerKey.forget(member);
    }

    Refusal broken(Member member) {
        trail.recordRefusal(Happening.of(Act.SEAL_BROKEN, member.actor()).touching(member.id));
        return new Refusal(Problem.SEAL_BROKEN);
    }

    /** Ends the session of this token for every server. */
    @Transactional
    public void lock(Member member, VaultSession.Content session) {
        sessions.end(session);
        trail.record(Happening.of(Act.VAULT_LOCKED, member.actor()).touching(member.id));
    }

    /** Ends the session of whatever token a client still carries, whoever is signed in by now. */
    @Transactional
    void end(String token) {
        sessions.running(token)
                .ifPresent(
                        session ->
                                Member.byId(session.member())
                                        .ifPresent(member -> lock(member, session)));
    }

    Identity open(Member member, Passphrase passphrase) {
        if (member.vault == null) {
            throw new Refusal(Problem.VAULT_NOT_ENROLLED);
        }
        try (DerivedIdentity owner = derive(member, passphrase)) {
            return Identity.parse(AgeFile.open(member.vault, owner.identity()));
        }
    }

    DerivedIdentity derive(Member member, Passphrase passphrase) {
        KdfParameters parameters = member.kdf();
        if (member.salt == null || !parameters.isAtLeast(KdfParameters.PASSPHRASE)) {
            throw broken(member);
        }
        return derive(member.salt, parameters, passphrase);
    }

    DerivedIdentity derive(byte[] salt, KdfParameters parameters, Passphrase passphrase) {
        byte[] secret = passphrase.toBytes();
        try {
            return derivation.derive(secret, salt, parameters, LANE);
        } catch (KdfBusy busy) {
            throw new Refusal(Problem.BUSY, busy.retryAfter());
        } finally {
            Digests.wipe(secret);
        }
    }

    static byte[] seal(Identity identity, Recipient owner) {
        byte[] encoded = identity.encodedBytes();
        try {
            return AgeFile.seal(encoded, List.of(owner));
        } finally {
            Digests.wipe(encoded);
        }
    }
}

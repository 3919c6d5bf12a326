package org.amanet.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.Passphrase;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * A member's way to another passphrase or another key. A new key counts once somebody stands for
 * it; until then the old one does.
 */
@ApplicationScoped
class KeyChange {
    private final Vaults vaults;
    private final VaultSession sessions;
    private final Vouchings vouchings;
    private final Event<KeyChanged> changed;
    private final Trail trail;
    private final Clock clock;

    KeyChange(
            Vaults vaults,
            VaultSession sessions,
            Vouchings vouchings,
            Event<KeyChanged> changed,
            Trail trail,
            Clock clock) {
        this.vaults = vaults;
        this.sessions = sessions;
        this.vouchings = vouchings;
        this.changed = changed;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Seals the vault to another passphrase and ends every session but the one that is begun here.
     *
     * @return the token of that one
     * @throws Refusal where the old passphrase is not the one, the new one is weak, or the key is
     *     being changed as well
     */
    @Transactional
    String passphrase(Member who, @Nullable String session, Passphrase old, Passphrase next) {
        Member member = Vouchings.member(who.id);
        requireStrong(member, next);
        if (NextKey.of(member.id).isPresent()) {
            throw new Refusal(Problem.CONFLICT);
        }
        try (Identity identity = opened(member, old)) {
            member.salt = Randomness.bytes(Vaults.SALT_BYTES);
            member.remember(KdfParameters.PASSPHRASE);
            try (DerivedIdentity owner = vaults.derive(member, next)) {
                member.vault = Vaults.seal(identity, owner.identity().recipient());
            }
            endSessions(member);
            trail.record(Happening.of(Act.PASSPHRASE_CHANGED, member.actor()).touching(member.id));
            return sessions.begin(member, session, identity, FormerKey.open(member.id, identity));
        }
    }

    /** Makes a new vault for a member who no longer knows the passphrase of the old one. */
    @Transactional
    NextKey begin(Member who, Passphrase passphrase) {
        Member member = Vouchings.member(who.id);
        requireStrong(member, passphrase);
        NextKey next = fresh(member, KeyChanged.Reason.FORGOTTEN);
        next.salt = Randomness.bytes(Vaults.SALT_BYTES);
        KdfParameters kdf = KdfParameters.PASSPHRASE;
        try (Identity identity = Identity.generate();
                DerivedIdentity owner = vaults.derive(next.salt, kdf, passphrase)) {
            fill(next, kdf, identity, owner);
        }
        return next;
    }

    /** Makes a new key behind the same passphrase, with the old one sealed to it. */
    @Transactional
    NextKey rotate(Member who, Passphrase passphrase) {
        Member member = Vouchings.member(who.id);
        vouchings.require(member);
        if (FormerKey.isKept(member.id)) {
            throw new Refusal(Problem.CONFLICT); // the change before is not over
        }
        NextKey next = fresh(member, KeyChanged.Reason.ROTATED);
        next.salt = Objects.requireNonNull(member.salt);
        try (Identity old = opened(member, passphrase);
                Identity identity = Identity.generate();
                DerivedIdentity owner = vaults.derive(member, passphrase)) {
            next.former = Vaults.seal(old, identity.recipient());
            fill(next, member.kdf(), identity, owner);
        }
        return next;
    }

    /** Gives up the new key; the old one stays. */
    @Transactional
    void drop(Member who) {
        if (NextKey.of(who.id).isPresent()) {
            NextKey.drop(who.id);
            trail.record(
                    Happening.of(Act.KEY_CHANGE_BEGUN, who.actor())
                            .touching(who.id)
                            .saying("dropped"));
        }
    }

    /** A lead who heard its fingerprint stands for the new key, which counts from now on. */
    @Unnamed
    @Transactional
    void adopt(Member lead, OpenedVault vault, UUID whom, String fingerprint) {
        Member member = Vouchings.member(whom);
        Vouchings.requireAnother(lead, member);
        NextKey next = replaced(member, fingerprint);
        vouchings.vouch(lead, vault, whom);
        tell(lead, next);
    }

    /** The same by a signature of the root over {@link #statement}. */
    @Unnamed
    @Transactional
    void adoptByRoot(Member by, UUID whom, byte[] signature) {
        Member member = Vouchings.member(whom);
        NextKey next = replaced(member, null);
        vouchings.vouchByRoot(whom, signature, by.actor());
        tell(by, next);
    }

    /** What has to be signed for the key that this member is changing to. */
    static String statement(Member member, NextKey next) {
        return member.statement(next.recipient, next.verifyingKey);
    }

    private NextKey replaced(Member member, @Nullable String fingerprint) {
        NextKey next = NextKey.of(member.id).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        if (fingerprint != null && !fingerprint.equals(next.fingerprint())) {
            throw new Refusal(Problem.CONFLICT);
        }
        next.replaceIn(member);
        endSessions(member);
        FormerKey.forget(member.id);
        if (next.former != null) {
            FormerKey.keep(member.id, next.former);
        }
        standAnew(member);
        return next;
    }

    /** Whom this lead stood for, the lead stands for with the new key, as signed beforehand. */
    private static void standAnew(Member member) {
        List<NextVouching> signed = NextVouching.by(member.id);
        for (Vouching vouching : Vouching.by(member.id)) {
            signed.stream()
                    .filter(one -> one.member.equals(vouching.member))
                    .filter(one -> one.statement.equals(vouching.statement))
                    .findFirst()
                    .ifPresentOrElse(one -> vouching.signature = one.signature, vouching::delete);
        }
    }

    private void tell(Member by, NextKey next) {
        trail.record(
                Happening.of(Act.KEY_CHANGED, by.actor())
                        .touching(next.member)
                        .saying(next.reason.name()));
        changed.fire(new KeyChanged(next.member, next.reason));
        NextKey.drop(next.member);
    }

    private static NextKey fresh(Member member, KeyChanged.Reason reason) {
        NextKey.drop(member.id);
        NextKey next = new NextKey();
        next.member = member.id;
        next.reason = reason;
        return next;
    }

    private void fill(NextKey next, KdfParameters kdf, Identity identity, DerivedIdentity owner) {
        next.recipient = identity.recipient().encoded();
        next.verifyingKey = identity.verifyingKey().encoded();
        next.vault = Vaults.seal(identity, owner.identity().recipient());
        next.kdfMemory = kdf.memoryKib();
        next.kdfIterations = kdf.iterations();
        next.kdfParallelism = kdf.parallelism();
        next.at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        next.persist();
        signBeforehand(next, identity);
        Member member = Vouchings.member(next.member);
        trail.record(
                Happening.of(Act.KEY_CHANGE_BEGUN, member.actor())
                        .touching(member.id)
                        .saying(next.reason.name()));
    }

    private void signBeforehand(NextKey next, Identity identity) {
        try (SigningKey key = identity.signingKey()) {
            for (Vouching vouching : Vouching.by(next.member)) {
                if (Member.byId(vouching.member).filter(vouchings::hold).isPresent()) {
                    byte[] statement = vouching.statement.getBytes(StandardCharsets.UTF_8);
                    NextVouching.of(vouching, next.member, key.sign(statement)).persist();
                }
            }
        }
    }

    private Identity opened(Member member, Passphrase passphrase) {
        try {
            Identity identity = vaults.open(member, passphrase);
            if (!identity.recipient().encoded().equals(member.recipient)) {
                throw vaults.broken(member);
            }
            return identity;
        } catch (SealBroken wrong) {
            trail.recordRefusal(
                    Happening.of(Act.VAULT_REFUSED, member.actor()).touching(member.id));
            throw new Refusal(Problem.VAULT_REFUSED);
        }
    }

    private void endSessions(Member member) {
        member.sessionsSince = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireStrong(Member member, Passphrase passphrase) {
        List<String> known = List.of(member.alias, Objects.toString(member.desk, ""));
        if (!passphrase.isStrong(known)) {
            throw new Refusal(Problem.WEAK_PASSPHRASE);
        }
    }
}

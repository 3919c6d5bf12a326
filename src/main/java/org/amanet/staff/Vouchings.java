package org.amanet.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SigningKey;
import org.amanet.sealing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/**
 * Whose keys may be used. Every answer is checked down to the root key in the configuration, so an
 * edited database gains nothing.
 */
@ApplicationScoped
public class Vouchings {
    /** Leads vouch for leads; a longer chain than this is somebody's loop. */
    private static final int LONGEST_CHAIN = 8;

    private final List<VerifyingKey> roots;
    private final Chain chain;
    private final Turnstile turnstile;
    private final Trail trail;
    private final Clock clock;

    Vouchings(StaffConfig config, Chain chain, Turnstile turnstile, Trail trail, Clock clock) {
        this.roots =
                Stream.concat(
                                Stream.of(config.rootKey()),
                                config.formerRootKeys().orElse(List.of()).stream())
                        .map(VerifyingKey::parse)
                        .toList();
        this.chain = chain;
        this.turnstile = turnstile;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether somebody whom the root trusts stands for this member as the row says now. */
    public boolean hold(Member member) {
        return holds(member, LONGEST_CHAIN);
    }

    /** Refuses a member for whom nobody stands. */
    public void require(Member member) {
        if (!hold(member)) {
            throw new Refusal(Problem.NOT_VOUCHED);
        }
    }

    private boolean holds(Member member, int remaining) {
        Vouching vouching = Vouching.forMember(member.id);
        if (remaining == 0 || vouching == null || isWithdrawn(member)) {
            return false;
        }
        if (!vouching.statement.equals(member.statement())) {
            // Investigators bring another key when they like; nobody else's row ever changes.
            if (member.role != Role.INVESTIGATOR) {
                tellBroken(member);
            }
            return false;
        }
        List<VerifyingKey> keys = keysOf(vouching.voucher, remaining - 1);
        if (keys.isEmpty()) {
            return false;
        }
        boolean genuine = isSigned(keys, vouching.statement, vouching.signature);
        if (!genuine) {
            tellBroken(member);
        }
        return genuine;
    }

    /**
     * Whether it was withdrawn that anybody stands for this key. The log says so, which nobody
     * edits: a row that is put back into the database gains nothing, and the key is never stood for
     * again.
     */
    boolean isWithdrawn(Member member) {
        try {
            return chain.withdrawalsOf(member.id).stream()
                    .map(Entry::happening)
                    .filter(what -> what.act() == Act.VOUCHING_WITHDRAWN)
                    .anyMatch(what -> what.detail().equals(keyOf(member)));
        } catch (SealBroken edited) {
            tellBroken(member);
            return true;
        }
    }

    /** How the log names a key. */
    static String keyOf(Member member) {
        return "key=" + member.fingerprint().replace(" ", "");
    }

    /** Somebody edited the member, or made up the vouching. */
    private void tellBroken(Member member) {
        turnstile.count(new Turnstile.Away(Act.SEAL_BROKEN, Actor.system(), member.id, "VOUCHING"));
    }

    private static boolean isSigned(List<VerifyingKey> keys, String statement, byte[] signature) {
        return keys.stream().anyMatch(key -> key.verify(bytes(statement), signature));
    }

    private List<VerifyingKey> keysOf(@Nullable UUID voucher, int remaining) {
        if (voucher == null) {
            return roots;
        }
        return Member.byId(voucher)
                .filter(lead -> lead.role == Role.LEAD && holds(lead, remaining))
                .map(lead -> lead.verifyingKey)
                .map(VerifyingKey::parse)
                .map(List::of)
                .orElse(List.of());
    }

    /**
     * Who receives a desk's new reports: its leads and the caseworkers on duty, where somebody
     * stands for them.
     */
    public List<Member> holdersOf(Desk desk) {
        return Member.ofDesk(desk.slug()).stream()
                .filter(member -> member.duty || member.role == Role.LEAD)
                .filter(this::hold)
                .toList();
    }

    /** Those at a desk whom somebody stands for, on duty or not. */
    public List<Member> peopleOf(Desk desk) {
        return Member.ofDesk(desk.slug()).stream().filter(this::hold).toList();
    }

    /**
     * A vouching as anybody can check it with the root key: whoever seals elsewhere need not
     * believe us whose key it is.
     *
     * @param voucher the lead who signed it; none where the root did
     * @param signature Ed25519 over the statement in UTF-8
     */
    public record Signed(UUID member, @Nullable UUID voucher, String statement, byte[] signature) {
        @Override
        public String toString() {
            return "Signed for " + member;
        }
    }

    /** The vouchings of these members and of whoever stands for them, up to the root. */
    public List<Signed> linesOf(Collection<Member> members) {
        Map<UUID, Signed> lines = new LinkedHashMap<>();
        members.forEach(member -> collect(member.id, lines));
        return List.copyOf(lines.values());
    }

    private static void collect(UUID member, Map<UUID, Signed> lines) {
        Vouching vouching = Vouching.forMember(member);
        if (vouching == null || lines.containsKey(member)) {
            return;
        }
        lines.put(
                member,
                new Signed(member, vouching.voucher, vouching.statement, vouching.signature));
        if (vouching.voucher != null) {
            collect(vouching.voucher, lines);
        }
    }

    /**
     * A lead stands for a member: signs what the row says now with the key in the lead's open
     * vault.
     */
    @Transactional
    public void vouch(Member lead, OpenedVault vault, UUID whom) {
        require(lead);
        Member member = member(whom);
        requireAnother(lead, member);
        try (SigningKey key = vault.signingKey()) {
            keep(
                    member,
                    lead.id,
                    key.sign(bytes(member.statement())),
                    new Actor(Actor.Kind.LEAD, lead.id));
        }
    }

    /**
     * The root stands for a first lead: its signature was made offline and is only checked here.
     */
    @Transactional
    public void vouchByRoot(UUID whom, byte[] signature, Actor by) {
        Member member = member(whom);
        if (member.role != Role.LEAD || !isSignedByRoot(member.statement(), signature)) {
            throw new Refusal(Problem.NOT_VOUCHED);
        }
        keep(member, null, signature, by);
    }

    static void requireAnother(Member lead, Member member) {
        if (member.id.equals(lead.id)) {
            throw new Refusal(Problem.SELF_APPROVAL);
        }
    }

    /** Whether the root signed this. */
    public boolean isSignedByRoot(String statement, byte[] signature) {
        return isSigned(roots, statement, signature);
    }

    static Member member(UUID id) {
        return Member.byId(id).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    /** Refuses a key that was withdrawn, and two who would stand for each other. */
    private void keep(Member member, @Nullable UUID voucher, byte[] signature, Actor by) {
        Vouching known = Vouching.forMember(member.id);
        Vouching vouching = known != null ? known : new Vouching();
        vouching.member = member.id;
        vouching.voucher = voucher;
        vouching.statement = member.statement();
        vouching.signature = signature;
        vouching.at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        vouching.persist();
        if (!hold(member)) {
            throw new Refusal(Problem.CONFLICT);
        }
        trail.record(Happening.of(Act.MEMBER_VOUCHED, by).touching(member.id));
    }

    private static byte[] bytes(String statement) {
        return statement.getBytes(StandardCharsets.UTF_8);
    }
}

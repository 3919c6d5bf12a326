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
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
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

    private final VerifyingKey root;
    private final Turnstile turnstile;
    private final Trail trail;
    private final Clock clock;

    Vouchings(StaffConfig config, Turnstile turnstile, Trail trail, Clock clock) {
        this.root = VerifyingKey.parse(config.rootKey());
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
        if (remaining == 0 || vouching == null) {
            return false;
        }
        if (!vouching.statement.equals(member.statement())) {
            // Investigators bring another key when they like; nobody else's row ever changes.
            if (member.role != Role.INVESTIGATOR) {
                tellBroken(member);
            }
            return false;
        }
        VerifyingKey key = keyOf(vouching.voucher, remaining - 1);
        if (key == null) {
            return false;
        }
        boolean genuine = key.verify(bytes(vouching.statement), vouching.signature);
        if (!genuine) {
            tellBroken(member);
        }
        return genuine;
    }

    /** Somebody edited the member, or made up the vouching. */
    private void tellBroken(Member member) {
        turnstile.count(new Turnstile.Away(Act.SEAL_BROKEN, Actor.system(), member.id, "VOUCHING"));
    }

    private @Nullable VerifyingKey keyOf(@Nullable UUID voucher, int remaining) {
        if (voucher == null) {
            return root;
        }
        return Member.byId(voucher)
                .filter(lead -> lead.role == Role.LEAD && holds(lead, remaining))
                .map(lead -> lead.verifyingKey)
                .map(VerifyingKey::parse)
                .orElse(null);
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
        if (member.id.equals(lead.id)) {
            throw new Refusal(Problem.SELF_APPROVAL);
        }
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
        if (member.role != Role.LEAD || !root.verify(bytes(member.statement()), signature)) {
            throw new Refusal(Problem.NOT_VOUCHED);
        }
        keep(member, null, signature, by);
    }

    private static Member member(UUID id) {
        return Member.byId(id).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    private void keep(Member member, @Nullable UUID voucher, byte[] signature, Actor by) {
        Vouching known = Vouching.forMember(member.id);
        Vouching vouching = known != null ? known : new Vouching();
        vouching.member = member.id;
        vouching.voucher = voucher;
        vouching.statement = member.statement();
        vouching.signature = signature;
        vouching.at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        vouching.persist();
        trail.record(Happening.of(Act.MEMBER_VOUCHED, by).touching(member.id));
    }

    private static byte[] bytes(String statement) {
        return statement.getBytes(StandardCharsets.UTF_8);
    }
}

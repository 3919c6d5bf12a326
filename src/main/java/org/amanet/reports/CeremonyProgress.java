package org.amanet.reports;

import java.time.Instant;
import java.util.UUID;
import org.amanet.staff.Member;
import org.amanet.staff.Role;

/**
 * How far a ceremony is.
 *
 * @param subject whose key it is about
 * @param alias the name of that member
 * @param successor the name of who receives what a leaver holds; empty where the leads do
 * @param done reports that are passed on
 * @param left reports that cannot be passed on so
 * @param waiting reports that nobody has got to yet
 * @param yours how many of these whoever asks could pass on
 */
public record CeremonyProgress(
        UUID id,
        CeremonyKind kind,
        CeremonyStage stage,
        UUID subject,
        String alias,
        String successor,
        UUID begunBy,
        CeremonyReason reason,
        long done,
        long left,
        long waiting,
        long yours,
        Instant begunAt) {
    static CeremonyProgress of(Ceremony ceremony, Member asker) {
        return new CeremonyProgress(
                ceremony.id,
                ceremony.kind,
                ceremony.stage,
                ceremony.subject,
                name(ceremony.subject),
                ceremony.successor == null ? "" : name(ceremony.successor),
                ceremony.begunBy,
                ceremony.reason,
                CeremonyReport.count(ceremony.id, CeremonyReport.State.DONE),
                CeremonyReport.count(ceremony.id, CeremonyReport.State.LEFT),
                CeremonyReport.count(ceremony.id, CeremonyReport.State.WAITING),
                ceremony.kind.isOffline() ? 0 : CeremonyReport.within(ceremony.id, asker.id),
                ceremony.begunAt);
    }

    private static String name(UUID member) {
        return Member.byId(member).map(one -> one.alias).orElse("");
    }

    /** Whether this member has anything to do with it. */
    boolean concerns(Member asker) {
        boolean rotation = kind == CeremonyKind.ROTATION;
        boolean mine = subject.equals(asker.id);
        return mine || (!rotation && (asker.role == Role.LEAD || yours > 0));
    }

    /** All of them. */
    public long total() {
        return done + left + waiting;
    }

    /** Whether the recovery key does it, on a machine that is offline. */
    public boolean offline() {
        return kind.isOffline();
    }
}

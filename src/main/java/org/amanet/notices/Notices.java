package org.amanet.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Says to members that something waits for them. What it is stays here; they have to look. It is
 * told with the transaction that makes it wait, or not at all.
 */
@ApplicationScoped
public class Notices {
    /** In one order for all, so that two who tell the same people never wait for each other. */
    private static final String TELL =
            """
            insert into notice (member, due_at)
            select w.member, ?1 from notice_wish w where w.member in (?2) order by w.member
            on conflict (member) do nothing
            """;

    /** What is being sent at this moment is not waited for. */
    private static final String LOOKED_IN =
            """
            with mine as (select member from notice where member = ?1 for update skip locked),
                 gone as (delete from notice n using mine where n.member = mine.member)
            update notice_wish set quiet_until = null where member = ?1 and quiet_until is not null
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager entities;
    private final NoticeConfig config;
    private final Clock clock;

    Notices(EntityManager entities, NoticeConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** Something waits for this member. */
    @Transactional(TxType.MANDATORY)
    public void tell(UUID member) {
        tell(List.of(member));
    }

    /** Something waits for each of them; those who do not want to be told are not. */
    @Transactional(TxType.MANDATORY)
    public void tell(Collection<UUID> members) {
        List<UUID> all = new ArrayList<>(members);
        all.add(NOBODY); // the same work for nobody as for somebody
        entities.createNativeQuery(TELL)
                .setParameter(1, nextBatch())
                .setParameter(2, all)
                .executeUpdate();
    }

    /** The member sees for themselves what waits. */
    @Transactional
    public void lookedIn(UUID member) {
        entities.createNativeQuery(LOOKED_IN).setParameter(1, member).executeUpdate();
    }

    /** Batches end at fixed moments, whenever something happened. */
    private Instant nextBatch() {
        long every = config.every().toSeconds();
        long begun = clock.instant().getEpochSecond() / every;
        return Instant.ofEpochSecond((begun + 1) * every);
    }
}

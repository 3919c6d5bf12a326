package org.amanet.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.jspecify.annotations.Nullable;

/**
 * Puts sign-ins that failed into the log, each exactly once: which ones are there already stands in
 * a table, written in the same transaction, whichever server does it.
 */
@ApplicationScoped
class FailedLogins {
    /** The identity provider forgets sooner; what is older than this was told long ago. */
    private static final Duration MEMORY = Duration.ofDays(60);

    private final EntityManager entities;
    private final Trail trail;
    private final Clock clock;

    FailedLogins(EntityManager entities, Trail trail, Clock clock) {
        this.entities = entities;
        this.trail = trail;
        this.clock = clock;
    }

    /** The same person, the same error. */
    private record Kind(@Nullable UUID user, String error) {}

    /** Records those that were not recorded before, and says how many they were. */
    @Transactional
    int tell(List<FailedLogin> logins) {
        Instant horizon = clock.instant().minus(MEMORY);
        Map<Kind, Integer> fresh = new LinkedHashMap<>();
        logins.stream()
                .filter(login -> login.at().isAfter(horizon))
                .sorted(Comparator.comparing(FailedLogin::id)) // two servers never wait in a ring
                .filter(this::isNew)
                .forEach(login -> fresh.merge(kind(login), 1, Integer::sum));
        fresh.forEach(this::tell);
        return fresh.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Transactional
    void forget() {
        Instant horizon = clock.instant().minus(MEMORY);
        entities.createNativeQuery("delete from seen_login where at < ?1")
                .setParameter(1, horizon)
                .executeUpdate();
    }

    private boolean isNew(FailedLogin login) {
        String sql = "insert into seen_login (id, at) values (?1, ?2) on conflict do nothing";
        return entities.createNativeQuery(sql)
                        .setParameter(1, login.id())
                        .setParameter(2, login.at())
                        .executeUpdate()
                == 1;
    }

    private static Kind kind(FailedLogin login) {
        return new Kind(login.user(), login.error());
    }

    private void tell(Kind kind, int times) {
        Happening refused =
                Happening.of(Act.LOGIN_REFUSED, Actor.outsider())
                        .saying(kind.error() + " count=" + times);
        trail.record(kind.user() == null ? refused : refused.touching(whom(kind.user())));
    }

    /** The log names members by their own id. */
    private static UUID whom(UUID user) {
        return Member.bySubject(user.toString()).map(member -> member.id).orElse(user);
    }
}

package org.amanet.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.EntryView;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log on its page.
 *
 * @param act none where somebody wrote an act into the log that does not exist; then the code is
 *     shown
 */
record LogRow(
        long seq,
        Instant at,
        @Nullable Act act,
        String code,
        Actor.@Nullable Kind by,
        String byCode,
        String actor,
        String report,
        String subject,
        String detail) {
    private static final int SHORT_CHARACTERS = 8;

    static LogRow of(EntryView entry) {
        return new LogRow(
                entry.seq(),
                entry.at(),
                named(Act.values(), entry.act()).orElse(null),
                entry.act(),
                named(Actor.Kind.values(), entry.by()).orElse(null),
                entry.by(),
                brief(entry.actor()),
                brief(entry.report()),
                brief(entry.subject()),
                entry.detail());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    /** Enough to see that two lines speak of the same; the file has the whole. */
    private static String brief(@Nullable UUID id) {
        return id == null ? "" : id.toString().substring(0, SHORT_CHARACTERS);
    }
}

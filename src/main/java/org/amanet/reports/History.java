package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.amanet.audit.Happening;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/** What was done with a report, by whom: the log, for those who have the report open. */
@ApplicationScoped
public class History {
    private static final int LINES_MAX = 200;

    private final Chain chain;

    History(Chain chain) {
        this.chain = chain;
    }

    /**
     * One line of it.
     *
     * @param kind of person who did it
     * @param by their name, where they are a member
     * @param whom the member it was done to
     * @param codes states before and after, where there are any; never the digest of what came
     */
    public record Deed(
            Instant at,
            Act act,
            Actor.Kind kind,
            @Nullable String by,
            @Nullable String whom,
            String codes) {}

    /** The latest lines, the newest first. */
    public List<Deed> of(OpenedReport opened) {
        List<Entry> entries = chain.about(opened.id()).reversed();
        Map<UUID, String> names = new HashMap<>();
        return entries.stream().limit(LINES_MAX).map(entry -> deed(entry, names)).toList();
    }

    private static Deed deed(Entry entry, Map<UUID, String> names) {
        Happening what = entry.happening();
        Actor actor = what.actor();
        boolean part = what.version() > 0;
        return new Deed(
                entry.at(),
                what.act(),
                actor.kind(),
                name(actor.id(), names),
                part ? null : name(what.subject(), names),
                what.act() == Act.REPORT_RECEIVED ? "" : what.detail());
    }

    private static @Nullable String name(@Nullable UUID id, Map<UUID, String> names) {
        if (id == null) {
            return null;
        }
        String known =
                names.computeIfAbsent(
                        id, member -> Member.byId(member).map(m -> m.alias).orElse(""));
        return known.isEmpty() ? null : known;
    }
}

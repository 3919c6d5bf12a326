package org.amanet.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/**
 * Desks of other organisations that have a report too: for as long as the reporter names them, and
 * no longer.
 */
@ApplicationScoped
public class Partners {
    private static final Pattern BETWEEN = Pattern.compile("[,;/\\n،؛、，；]");

    private final Desks desks;
    private final Trail trail;

    Partners(Desks desks, Trail trail) {
        this.desks = desks;
        this.trail = trail;
    }

    /** The name of a desk, as reporters know it. */
    public String nameOf(String slug) {
        return desks.named(slug).map(Desk::name).orElse(slug);
    }

    /** Whether the reporter allows this organisation, by its name, to have the report. */
    static boolean names(Consent consent, Desk desk) {
        Optional<@Nullable String> words =
                consent.granted(Consent.Scope.C3).map(Consent.Decision::name);
        return words.stream().flatMap(BETWEEN::splitAsStream).anyMatch(desk::isCalled);
    }

    /** Who has it at which other desk. */
    Map<String, List<UUID>> of(Report row) {
        Map<String, List<UUID>> others = new TreeMap<>();
        Grant.holders(row.id).stream()
                .flatMap(holder -> Member.byId(holder).stream())
                .filter(member -> member.desk != null && !row.desk.equals(member.desk))
                .forEach(
                        member ->
                                others.computeIfAbsent(
                                                Objects.requireNonNull(member.desk),
                                                slug -> new ArrayList<>())
                                        .add(member.id));
        return others;
    }

    /** What the reporter no longer names loses the key. */
    void narrow(Report row, Consent consent) {
        of(row).forEach(
                        (slug, holders) -> {
                            if (desks.named(slug).filter(desk -> names(consent, desk)).isEmpty()) {
                                end(row, slug, holders);
                            }
                        });
    }

    private void end(Report row, String slug, List<UUID> holders) {
        Happening about = Happening.of(Act.REFERRAL_ENDED, Actor.reporter()).about(row.id);
        trail.record(about.saying(slug));
        for (UUID holder : holders) {
            Grant.remove(row.id, holder);
            trail.record(
                    Happening.of(Act.GRANT_REMOVED, Actor.reporter())
                            .about(row.id)
                            .touching(holder));
        }
        Report.notWith(row.id, holders);
    }
}

package org.amanet.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The desks of this deployment. */
@ApplicationScoped
@Named("desks")
public class Desks {
    private final Map<String, Desk> bySlug = new LinkedHashMap<>();

    Desks(StaffConfig config) {
        new TreeMap<>(config.desks())
                .forEach((slug, desk) -> bySlug.put(slug, Desk.of(slug, desk)));
        for (Desk desk : bySlug.values()) {
            if (!bySlug.containsKey(desk.alternate()) || desk.alternate().equals(desk.slug())) {
                throw new IllegalStateException(
                        "desk " + desk.slug() + " needs another desk as its alternate");
            }
        }
    }

    /** All of them, by short name. */
    public Collection<Desk> all() {
        return bySlug.values();
    }

    /** Whether somebody reads at every hour, whichever desk a report goes to. */
    public boolean roundTheClock() {
        return bySlug.values().stream().allMatch(Desk::roundTheClock);
    }

    /** The desk of that name. */
    public Optional<Desk> named(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** The desk that takes what this one must not know of. */
    public Desk alternateOf(Desk desk) {
        return named(desk.alternate()).orElseThrow();
    }

    /**
     * The desk for whoever chose none: one that serves the country and reads the language, else one
     * that serves the country, else one that reads the language, else the first. Of several the
     * first by its short name.
     */
    public Desk serving(@Nullable String country, String language) {
        return bySlug.values().stream()
                .min(Comparator.comparingInt(desk -> distance(desk, country, language)))
                .orElseThrow();
    }

    private static int distance(Desk desk, @Nullable String country, String language) {
        boolean there = country != null && desk.countries().contains(country);
        return (there ? 0 : 2) + (desk.reads(language) ? 0 : 1);
    }
}

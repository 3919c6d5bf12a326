package org.amanet.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What everybody may know of the desks: their names, their countries, and who could read a report
 * sent there.
 */
@Path("/api/v1/desks")
@PermitAll
@RunOnVirtualThread
class DeskResource {
    private final Desks desks;
    private final Vouchings vouchings;

    DeskResource(Desks desks, Vouchings vouchings) {
        this.desks = desks;
        this.vouchings = vouchings;
    }

    /**
     * A desk and the people behind it, by the names they chose.
     *
     * @param languages those that somebody there reads; none: all
     */
    record DeskView(
            String slug,
            String name,
            Set<String> countries,
            Set<String> languages,
            List<HolderView> holders) {}

    /** Somebody who could be granted a report; reporters may leave them out. */
    record HolderView(UUID id, String alias, Role role, String recipient) {}

    @GET
    @Operation(summary = "The desks, and who could read a report sent there")
    public List<DeskView> desks() {
        return desks.all().stream().map(this::view).toList();
    }

    private DeskView view(Desk desk) {
        List<HolderView> holders =
                vouchings.holdersOf(desk).stream()
                        .map(m -> new HolderView(m.id, m.alias, m.role, m.recipient))
                        .toList();
        return new DeskView(
                desk.slug(),
                desk.name(),
                new TreeSet<>(desk.countries()),
                new TreeSet<>(desk.languages()),
                holders);
    }
}

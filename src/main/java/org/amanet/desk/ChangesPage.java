package org.amanet.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.amanet.reports.Tally;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * How much waits, told to the queue in a browser again and again. It ends after a while: whoever
 * still wants to know asks anew, and is then looked at anew. It opens no vault and keeps none open.
 */
@Path("/desk/changes")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class ChangesPage {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int TIMES = 120;

    private final CurrentMember current;
    private final Tally tally;

    ChangesPage(CurrentMember current, Tally tally) {
        this.current = current;
        this.tally = tally;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<Tally.Counts> follow() {
        Member member = current.member();
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .select()
                .first(TIMES)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> QuarkusTransaction.requiringNew().call(() -> tally.of(member)));
    }
}

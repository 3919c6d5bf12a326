package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Objects;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Keeps and gives up filters from the queue, which is shown again as it was. */
@Path("/desk/filters")
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class FilterPage {
    private final Habits habits;

    FilterPage(Habits habits) {
        this.habits = habits;
    }

    @POST
    public RestResponse<Void> keep(
            @RestForm @Nullable String name, @RestForm @Nullable String query) {
        String asked = Objects.toString(query, "");
        if (asked.length() > Habits.QUERY_MAX_CHARACTERS) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/query", "wrong-length"));
        }
        QueueQuery filter = QueueQuery.parse(asked);
        habits.keep(Objects.toString(name, ""), filter);
        return RestResponse.seeOther(URI.create("/desk?" + filter.filters()));
    }

    @POST
    @Path("/removal")
    public RestResponse<Void> drop(@RestForm @Nullable String id) {
        habits.drop(Objects.toString(id, ""));
        return RestResponse.seeOther(URI.create("/desk"));
    }
}

package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.MarkComparison;
import org.amanet.reports.Marks;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A lead pastes what leaked and is told for whom it was, and how sure that is. */
@Path("/desk/marks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class MarksPage {
    private final CurrentMember current;
    private final Marks marks;

    MarksPage(CurrentMember current, Marks marks) {
        this.current = current;
        this.marks = marks;
    }

    @GET
    public TemplateInstance look(
            @QueryParam("report") @Nullable String report,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return page(wanted, new Asked(Objects.toString(report, ""), "", false), null);
    }

    @POST
    public RestResponse<TemplateInstance> compare(
            @FormParam("report") @Nullable String report,
            @FormParam("text") @Nullable String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String id = Objects.toString(report, "").strip();
        String leaked = Objects.toString(text, "");
        if (leaked.isBlank() || leaked.length() > Marks.TEXT_MAX_CHARACTERS) {
            return wrong(wanted, new Asked(id, leaked, true));
        }
        try {
            MarkComparison found = marks.compare(Casework.uuid(id), leaked);
            return RestResponse.ok(page(wanted, new Asked(id, "", false), found));
        } catch (Refusal refusal) {
            if (refusal.problem() != Problem.NOT_FOUND) {
                throw refusal;
            }
            return wrong(wanted, new Asked(id, leaked, true));
        }
    }

    private RestResponse<TemplateInstance> wrong(@Nullable String wanted, Asked asked) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(422)
                .entity(page(wanted, asked, null))
                .build();
    }

    private TemplateInstance page(
            @Nullable String wanted, Asked asked, @Nullable MarkComparison found) {
        Language language = Language.bestOfStaff(wanted);
        return new Compared(language, current.frame(language, "alarms"), asked, found)
                .setLocale(language.locale());
    }

    /**
     * What was typed.
     *
     * @param text only where it could not be compared
     * @param wrong whether it is missing or too long, or no such report is this lead's
     */
    record Asked(String report, String text, boolean wrong) {
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /** What came of it. */
    record Compared(Language language, Frame frame, Asked asked, @Nullable MarkComparison found)
            implements TemplateInstance {}
}

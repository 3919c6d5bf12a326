package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Objects;
import org.amanet.audit.EntryView;
import org.amanet.audit.Reading;
import org.amanet.audit.Verification;
import org.amanet.languages.Language;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/** The log, as an auditor reads it: newest first, checked when asked, taken away whole. */
@Path("/desk/log")
@RolesAllowed(Person.AUDITOR)
@RunOnVirtualThread
class LogPage {
    private static final int ROWS = 50;

    private final CurrentMember current;
    private final Reading reading;

    LogPage(CurrentMember current, Reading reading) {
        this.current = current;
        this.reading = reading;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance entries(
            @QueryParam("before") @Nullable Long before,
            @HeaderParam("Accept-Language") @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        List<EntryView> rows =
                reading.entriesBefore(
                        Objects.requireNonNullElse(before, Long.MAX_VALUE), ROWS, subject());
        return new Entries(
                        language,
                        current.frame(language, "log"),
                        rows.stream().map(LogRow::of).toList(),
                        before != null,
                        rows.size() == ROWS ? rows.getLast().seq() : null)
                .setLocale(language.locale());
    }

    @GET
    @Path("/verification")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance verification(@HeaderParam("Accept-Language") @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        Verification verification = reading.verification(subject());
        return new Checked(language, current.frame(language, "log"), verification)
                .setLocale(language.locale());
    }

    @GET
    @Path("/file")
    public Response file() {
        String subject = subject();
        StreamingOutput lines = out -> reading.write(out, subject);
        return Response.ok(lines, "application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"audit.ndjson\"")
                .build();
    }

    private String subject() {
        return current.person().subject();
    }

    /**
     * Some entries.
     *
     * @param inside whether newer ones stand on another page
     * @param older where to go on, if there are older ones
     */
    record Entries(
            Language language, Frame frame, List<LogRow> rows, boolean inside, @Nullable Long older)
            implements TemplateInstance {}

    /** What became of checking the log. */
    record Checked(Language language, Frame frame, Verification verification)
            implements TemplateInstance {}
}

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/**
 * Looking for words. The page comes while reports are being read, without scripts; to leave it ends
 * the search.
 */
@Path("/desk/find")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class FindPage {
    /** Where in the page what is found will stand; no text has it. */
    private static final String HERE = "\uE000";

    private final Finding finding;
    private final CurrentMember current;

    FindPage(Finding finding, CurrentMember current) {
        this.finding = finding;
        this.current = current;
    }

    @GET
    public TemplateInstance ask(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        current.vault();
        return page(Language.bestOfStaff(wanted), new Asked("", false, null));
    }

    @POST
    public Response find(
            @FormParam("text") @Nullable String text,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        String words = Objects.toString(text, "").strip();
        try {
            Finding.Run run = finding.begin(words);
            String frame = page(language, new Asked(words, true, HERE)).render();
            StreamingOutput stream = out -> stream(out, run, language, frame);
            return Response.ok(stream, MediaType.TEXT_HTML + ";charset=UTF-8").build();
        } catch (Refusal refusal) {
            if (refusal.problem() != Problem.INVALID_REQUEST) {
                throw refusal;
            }
            TemplateInstance again = page(language, new Asked(words, true, null));
            return Response.status(Trouble.EMPTY.status()).entity(again).build();
        }
    }

    private static void stream(OutputStream out, Finding.Run run, Language language, String frame)
            throws IOException {
        int here = frame.indexOf(HERE);
        write(out, frame.substring(0, here));
        run.to(told -> write(out, line(told, language)));
        write(out, line(null, language));
        write(out, frame.substring(here + 1));
    }

    private static String line(Finding.@Nullable Told told, Language language) {
        return new Line(told).setLocale(language.locale()).render();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private TemplateInstance page(Language language, Asked asked) {
        return new Find(language, current.frame(language, "find"), asked)
                .setLocale(language.locale());
    }

    /**
     * What was asked.
     *
     * @param sent whether somebody asked at all
     * @param here stands where the answer will; none where there is nothing to look for
     */
    record Asked(String text, boolean sent, @Nullable String here) {
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /** The page around what is found. */
    record Find(Language language, Frame frame, Asked asked) implements TemplateInstance {}

    /** What is told as it goes on; nothing more at the end. */
    record Line(Finding.@Nullable Told told) implements TemplateInstance {}
}

package org.amanet.evidence;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.amanet.http.EvenSized;
import org.amanet.http.Quotas;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where files go that are sent without scripts. The framework's own reading of such forms writes
 * what comes to the disk; so it is not asked, and the body is taken as it is.
 */
@Path("/{lang:[a-z]{2}(-[A-Z][a-z]{3})?}/inbox/files")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@EvenSized
@RunOnVirtualThread
class FilesPage {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final FormFiles files;
    private final Quotas quotas;
    private final HttpServerRequest request;

    FilesPage(FormFiles files, Quotas quotas, HttpServerRequest request) {
        this.files = files;
        this.quotas = quotas;
        this.request = request;
    }

    /** What has arrived, what is there, and room for more. */
    record Files(Language language, String receipt, FormFiles.Outcome outcome, List<Known> files)
            implements TemplateInstance {}

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response send(
            @PathParam("lang") String tag,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body) {
        Language language = Language.of(tag).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        FormFiles.Sent sent = taken(type, body);
        boolean well = sent.outcome() == FormFiles.Outcome.ARRIVED;
        Files page = new Files(language, sent.receipt(), sent.outcome(), sent.files());
        return Response.status(well ? OK : BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.setLocale(language.locale()).render())
                .build();
    }

    private FormFiles.Sent taken(@Nullable String type, InputStream body) {
        if (type == null || !type.startsWith(MediaType.MULTIPART_FORM_DATA)) {
            throw new Refusal(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        String lane = quotas.admit(Quotas.Door.INBOX, request.remoteAddress());
        try {
            FormFiles.Sent sent = files.take(FormParts.of(type, body), lane);
            // A browser shows the answer only once it was rid of everything.
            body.transferTo(OutputStream.nullOutputStream());
            return sent;
        } catch (IOException cut) {
            throw new Refusal(Problem.INVALID_REQUEST);
        }
    }
}

package org.amanet.intake;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * After the form: the receipt is shown until its owner has typed it back from paper. It travels in
 * bodies only, and the server does not look it up.
 */
@Path("/{lang:[a-z]{2}(-[A-Z][a-z]{3})?}/report/receipt")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
class ReceiptPage {

    /**
     * The receipt.
     *
     * @param hint why what was typed back is not it
     */
    record Receipt(Language language, Given given, @Nullable TypedBack hint)
            implements TemplateInstance {}

    /** It is on paper: what happens next, and how to come back. */
    record Kept(Language language, Given given) implements TemplateInstance {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response compare(@PathParam("lang") String tag, MultivaluedMap<String, String> typed) {
        Language language = Language.of(tag).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        ReportForm form = new ReportForm(typed);
        Given given = Given.from(form);
        TypedBack back = TypedBack.compare(form.text("typed"), given);
        return back.isRight()
                ? page(Response.Status.OK, new Kept(language, given), language)
                : page(Response.Status.BAD_REQUEST, new Receipt(language, given, back), language);
    }

    private static Response page(Response.Status status, TemplateInstance page, Language language) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.setLocale(language.locale()).render())
                .build();
    }
}

package org.amanet.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.amanet.languages.Language;
import org.amanet.problems.Causes;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.ConsentWording;
import org.jspecify.annotations.Nullable;

/** Letters: the file in which one is written, and where one is handed in. */
@Path("/{lang:[a-z]{2}(-[A-Z][a-z]{3})?}/letter")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
class LetterPage {
    private final Letterbox letterbox;
    private final SealingKeys keys;
    private final Offers offers;
    private final ObjectMapper json;
    private final Clock clock;
    private final Gate gate;
    private final Turns turns;
    private final HttpServerRequest request;

    LetterPage(
            Letterbox letterbox,
            SealingKeys keys,
            Offers offers,
            ObjectMapper json,
            Clock clock,
            Gate gate,
            Turns turns,
            HttpServerRequest request) {
        this.letterbox = letterbox;
        this.keys = keys;
        this.offers = offers;
        this.json = json;
        this.clock = clock;
        this.gate = gate;
        this.turns = turns;
        this.request = request;
    }

    /**
     * When a letter is the safer way, and where to hand one in.
     *
     * @param trouble key of what to say about the one that was brought, if anything
     * @param turn that it has been given, where many are handed in at once; empty otherwise
     */
    record Letter(Language language, @Nullable String trouble, String turn)
            implements TemplateInstance {}

    /** It is in. */
    record Handed(Language language) implements TemplateInstance {}

    /**
     * The file: everything that it takes to write and to seal stands in it.
     *
     * @param date of the keys
     * @param published the keys, and where to hand the letter in, as JSON
     */
    record File(
            Language language,
            List<Step> steps,
            ReportForm form,
            Offer offer,
            No no,
            String wording,
            boolean letter,
            String date,
            String published)
            implements TemplateInstance {}

    /** What the script of the letter reads. */
    record Inside(SealingKeys.Published keys, String letterbox, String address) {}

    @GET
    public TemplateInstance letter(@PathParam("lang") String tag) {
        Language language = language(tag);
        return new Letter(language, null, "").setLocale(language.locale());
    }

    @GET
    @Path("/file")
    public Response file(@PathParam("lang") String tag, @Context UriInfo uri) {
        Language language = language(tag);
        String address = uri.getBaseUriBuilder().path(tag).path("letter").build().toString();
        TemplateInstance file =
                new File(
                                language,
                                List.of(Step.values()),
                                WholePage.empty(),
                                offers.in(language),
                                No.NONE,
                                ConsentWording.hashIn(tag),
                                true,
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                                inside(address))
                        .setLocale(language.locale());
        return Response.ok(file.render(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"letter.html\"")
                .build();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response handIn(
            @PathParam("lang") String tag,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            byte[] body) {
        Language language = language(tag);
        byte[] letter = Enclosure.in(body, type);
        if (letter.length == 0) {
            return page(Problem.INVALID_REQUEST.status(), new Letter(language, "hand_none", ""));
        }
        try {
            return handedIn(letter, Enclosure.text("turn", body, type), language);
        } catch (RuntimeException thrown) {
            Refusal refusal = Causes.known(thrown).orElseThrow(() -> thrown);
            Letter again = new Letter(language, trouble(refusal.problem()), "");
            return page(refusal.problem().status(), again);
        }
    }

    private Response handedIn(byte[] letter, String turn, Language language) {
        String subject = Gate.subject(letter);
        SocketAddress address = request.remoteAddress();
        if (gate.admit(address, subject, turn).isEmpty()) {
            Letter again = new Letter(language, "hand_turn", turns.of(address, subject, turn));
            return page(Problem.PROOF_WANTED.status(), again);
        }
        letterbox.take(letter);
        return page(Response.Status.CREATED.getStatusCode(), new Handed(language));
    }

    private static String trouble(Problem problem) {
        return switch (problem) {
            case NOBODY_COULD_READ -> "hand_old";
            case BUSY, TOO_MANY_REQUESTS, UNAVAILABLE -> "hand_busy";
            default -> "hand_broken";
        };
    }

    /** As it can stand within an element: an angle bracket could end it. */
    private String inside(String address) {
        Inside inside = new Inside(keys.published(), letterbox.recipient().encoded(), address);
        try {
            return json.writeValueAsString(inside).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("keys cannot be written", e);
        }
    }

    private static Response page(int status, TemplateInstance page) {
        Language language =
                switch (page) {
                    case Letter letter -> letter.language();
                    case Handed handed -> handed.language();
                    default -> Language.FALLBACK;
                };
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.setLocale(language.locale()).render())
                .build();
    }

    private static Language language(String tag) {
        return Language.of(tag).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }
}

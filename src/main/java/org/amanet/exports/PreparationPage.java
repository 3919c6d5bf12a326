package org.amanet.exports;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Member;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/** The first pair of eyes: chooses, looks at what the gate says, prepares. */
@Path("/desk/exports/new")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class PreparationPage {
    private static final int OFFERED_MAX = 200;

    private final CurrentMember current;
    private final Preparation preparation;
    private final Recipients recipients;

    PreparationPage(CurrentMember current, Preparation preparation, Recipients recipients) {
        this.current = current;
        this.preparation = preparation;
        this.recipients = recipients;
    }

    @GET
    public TemplateInstance choose(
            @QueryParam("report") List<UUID> reports,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return choice(Language.bestOfStaff(wanted), new Chosen(null, null, reports), null);
    }

    @POST
    @Path("/look")
    public Response look(
            @FormParam("recipient") @Nullable UUID recipient,
            @FormParam("profile") @Nullable Profile profile,
            @FormParam("report") List<UUID> reports,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        Chosen chosen = new Chosen(recipient, profile, reports);
        if (recipient == null || profile == null || reports.isEmpty()) {
            return again(language, chosen, Trouble.INCOMPLETE);
        }
        try {
            var wish = new Preparation.Wish(recipient, profile, reports);
            var looks = preparation.look(wish, member(), current.vault());
            return Response.ok(seen(language, wish, looks)).build();
        } catch (Refusal refusal) {
            return again(language, chosen, Trouble.of(refusal));
        }
    }

    @POST
    public Response prepare(
            @FormParam("recipient") @Nullable UUID recipient,
            @FormParam("profile") @Nullable Profile profile,
            @FormParam("report") List<UUID> reports,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        Chosen chosen = new Chosen(recipient, profile, reports);
        if (recipient == null || profile == null || reports.isEmpty()) {
            return again(language, chosen, Trouble.INCOMPLETE);
        }
        try {
            var wish = new Preparation.Wish(recipient, profile, reports);
            var prepared = preparation.prepare(wish, member(), current.vault());
            return Response.seeOther(URI.create("/desk/exports/" + prepared.export().id)).build();
        } catch (Refusal refusal) {
            return again(language, chosen, Trouble.of(refusal));
        }
    }

    private Response again(Language language, Chosen chosen, Trouble trouble) {
        return Response.status(trouble.status()).entity(choice(language, chosen, trouble)).build();
    }

    private TemplateInstance choice(Language language, Chosen chosen, @Nullable Trouble trouble) {
        Member me = member();
        List<Offer> offers = Offer.to(me.id, OFFERED_MAX, chosen.reports());
        Frame frame = current.frame(language, "exports");
        List<Profile> profiles = List.of(Profile.values());
        return new Choice(language, frame, recipients.all(), profiles, offers, chosen, trouble)
                .setLocale(language.locale());
    }

    private TemplateInstance seen(
            Language language, Preparation.Wish wish, List<Inspection.Inspected> looks) {
        Recipients.RecipientView recipient = recipients.view(wish.recipient());
        boolean someGo = looks.stream().anyMatch(Inspection.Inspected::goes);
        Frame frame = current.frame(language, "exports");
        return new Seen(language, frame, wish, recipient, looks, someGo)
                .setLocale(language.locale());
    }

    private Member member() {
        current.vault();
        return current.member();
    }

    /** What was chosen so far. */
    record Chosen(@Nullable UUID recipient, @Nullable Profile profile, List<UUID> reports) {}

    /** Recipient, purpose and reports to choose from. */
    record Choice(
            Language language,
            Frame frame,
            List<Recipients.RecipientView> recipients,
            List<Profile> profiles,
            List<Offer> offers,
            Chosen chosen,
            @Nullable Trouble trouble)
            implements TemplateInstance {}

    /** What the gate says. */
    record Seen(
            Language language,
            Frame frame,
            Preparation.Wish wish,
            Recipients.RecipientView recipient,
            List<Inspection.Inspected> looks,
            boolean someGo)
            implements TemplateInstance {}
}

package org.amanet.staff;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jspecify.annotations.Nullable;

/** The people who have keys, for leads: who stands for whom, and who is on duty. */
@Path("/desk/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class PeoplePage {
    private static final URI HERE = URI.create("/desk/people");

    private final CurrentMember current;
    private final Vouchings vouchings;
    private final Roster roster;
    private final Desks desks;

    PeoplePage(CurrentMember current, Vouchings vouchings, Roster roster, Desks desks) {
        this.current = current;
        this.vouchings = vouchings;
        this.roster = roster;
        this.desks = desks;
    }

    @GET
    public TemplateInstance look(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return people(Language.bestOfStaff(wanted), null);
    }

    @POST
    @Path("/{id}/vouching")
    public Response vouch(
            @PathParam("id") UUID id,
            @FormParam("heard") @Nullable String heard,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Member member = Member.byId(id).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        if (!new Fingerprint(member.fingerprint()).isHeard(heard)) {
            return again(wanted, new Mistake(id, Trouble.MISHEARD, ""));
        }
        vouchings.vouch(current.member(), current.vault(), id);
        return Response.seeOther(HERE).build();
    }

    @POST
    @Path("/{id}/root-vouching")
    public Response vouchByRoot(
            @PathParam("id") UUID id,
            @FormParam("signature") @Nullable String signature,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String typed = Objects.toString(signature, "");
        try {
            byte[] decoded = Base64.getDecoder().decode(typed.strip());
            vouchings.vouchByRoot(id, decoded, current.member().actor());
            return Response.seeOther(HERE).build();
        } catch (IllegalArgumentException noBase64) {
            return again(wanted, new Mistake(id, Trouble.SIGNATURE, typed));
        } catch (Refusal refusal) {
            return again(wanted, new Mistake(id, Trouble.of(refusal), typed));
        }
    }

    @POST
    @Path("/{id}/duty")
    public Response duty(@PathParam("id") UUID id, @FormParam("on") boolean on) {
        roster.set(current.member(), id, on);
        return Response.seeOther(HERE).build();
    }

    private Response again(@Nullable String wanted, Mistake mistake) {
        return Response.status(mistake.trouble().status())
                .entity(people(Language.bestOfStaff(wanted), mistake))
                .build();
    }

    private TemplateInstance people(Language language, @Nullable Mistake mistake) {
        current.vault();
        Member me = current.member();
        List<Row> rows = Member.everybody().stream().map(member -> row(member, me)).toList();
        return new People(language, current.frame(language, "people"), rows, mistake)
                .setLocale(language.locale());
    }

    private Row row(Member member, Member me) {
        String desk =
                Optional.ofNullable(member.desk).flatMap(desks::named).map(Desk::name).orElse("");
        boolean vouched = vouchings.hold(member);
        boolean mine = member.id.equals(me.id);
        Fingerprint fingerprint = new Fingerprint(member.fingerprint());
        return new Row(
                member.id,
                member.alias,
                member.role,
                desk,
                Objects.toString(member.memberState, ""),
                vouched ? fingerprint.whole() : fingerprint.beginning(),
                vouched,
                member.duty,
                mine,
                member.role == Role.CASEWORKER && Objects.equals(member.desk, me.desk),
                member.statement());
    }

    /** Everybody who has a key. */
    record People(Language language, Frame frame, List<Row> rows, @Nullable Mistake mistake)
            implements TemplateInstance {}

    /**
     * One of them.
     *
     * @param fingerprint whole only where somebody already stands for it: the end is to be heard
     *     from its owner, not copied from here
     * @param mine whether it is the lead who looks
     */
    record Row(
            UUID id,
            String alias,
            Role role,
            String desk,
            String state,
            String fingerprint,
            boolean vouched,
            boolean onDuty,
            boolean mine,
            boolean mayChangeDuty,
            String statement) {}

    /** What went wrong, with whom, and what was typed. */
    record Mistake(UUID member, Trouble trouble, String typed) {}
}

package org.amanet.desk;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Ceremonies;
import org.amanet.reports.CeremonyKind;
import org.amanet.reports.CeremonyProgress;
import org.amanet.reports.CeremonyReason;
import org.amanet.reports.CeremonyStage;
import org.amanet.reports.Recovery;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Member;
import org.amanet.staff.Person;
import org.amanet.staff.Role;
import org.jspecify.annotations.Nullable;

/** Ceremonies about keys: how far each is, and going on with it. */
@Path("/desk/ceremonies")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class CeremonyPage {
    private static final URI HERE = URI.create("/desk/ceremonies");

    private final CurrentMember current;
    private final CeremonyWork work;
    private final Ceremonies ceremonies;
    private final Recovery recovery;
    private final Colleagues colleagues;

    CeremonyPage(
            CurrentMember current,
            CeremonyWork work,
            Ceremonies ceremonies,
            Recovery recovery,
            Colleagues colleagues) {
        this.current = current;
        this.work = work;
        this.ceremonies = ceremonies;
        this.recovery = recovery;
        this.colleagues = colleagues;
    }

    @GET
    public TemplateInstance look(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return page(wanted, null);
    }

    @POST
    @Path("/departure")
    public Response depart(
            @FormParam("subject") @Nullable String subject,
            @FormParam("successor") @Nullable String successor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        CeremonyWork.Wish wish =
                new CeremonyWork.Wish(
                        CeremonyKind.DEPARTURE, uuid(subject), uuid(successor), null, null);
        return done(wanted, () -> work.begin(wish));
    }

    @POST
    @Path("/recovery")
    public Response ask(
            @FormParam("subject") @Nullable String subject,
            @FormParam("reason") @Nullable String reason,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        CeremonyReason why = "LEFT".equals(reason) ? CeremonyReason.LEFT : CeremonyReason.FORGOTTEN;
        CeremonyWork.Wish wish =
                new CeremonyWork.Wish(CeremonyKind.RECOVERY, uuid(subject), null, why, null);
        return done(wanted, () -> work.begin(wish));
    }

    @POST
    @Path("/drill")
    public Response drill(
            @FormParam("report") @Nullable String report,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        CeremonyWork.Wish wish =
                new CeremonyWork.Wish(CeremonyKind.DRILL, null, null, null, report);
        return done(wanted, () -> work.begin(wish));
    }

    @POST
    @Path("/recovery-key")
    @RolesAllowed(Person.LEAD)
    public Response recoveryKey(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        CeremonyWork.Wish wish =
                new CeremonyWork.Wish(CeremonyKind.RECOVERY_KEY, null, null, null, null);
        return done(wanted, () -> work.begin(wish));
    }

    @POST
    @Path("/{id}/step")
    public Response step(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return done(wanted, () -> work.step(id));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Person.LEAD)
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return done(wanted, () -> work.approve(id));
    }

    @POST
    @Path("/{id}/ending")
    @RolesAllowed(Person.LEAD)
    public Response end(
            @PathParam("id") UUID id,
            @FormParam("leaving") boolean leaving,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return done(wanted, () -> work.end(id, leaving));
    }

    static @Nullable UUID uuid(@Nullable String typed) {
        try {
            return typed == null || typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(Problem.INVALID_REQUEST);
        }
    }

    Response done(@Nullable String wanted, Runnable act) {
        try {
            act.run();
            return Response.seeOther(HERE).build();
        } catch (Refusal refusal) {
            Wrong wrong = Wrong.of(refusal);
            return Response.status(refusal.problem().status()).entity(page(wanted, wrong)).build();
        }
    }

    private TemplateInstance page(@Nullable String wanted, @Nullable Wrong wrong) {
        current.vault();
        Language language = Language.bestOfStaff(wanted);
        Member me = current.member();
        List<Row> rows = work.open().stream().map(one -> row(one, me)).toList();
        Optional<Instant> drill = recovery.lastDrill();
        return new Open(
                        language,
                        current.frame(language, "vault"),
                        me.id,
                        rows,
                        colleagues.people(me),
                        drill.map(at -> at.toString().substring(0, 10)).orElse(""),
                        wrong)
                .setLocale(language.locale());
    }

    private Row row(CeremonyProgress one, Member me) {
        boolean mine = one.subject().equals(me.id);
        boolean lead = me.role == Role.LEAD;
        boolean asked = one.stage() == CeremonyStage.ASKED;
        boolean departure = one.kind() == CeremonyKind.DEPARTURE;
        return new Row(
                one,
                asked && lead && !one.begunBy().equals(me.id),
                !asked && lead && one.offline(),
                departure && lead && !mine,
                departure && mine ? ceremonies.onlyTheirs(one.id(), me) : List.of());
    }

    /** The page. */
    record Open(
            Language language,
            Frame frame,
            UUID me,
            List<Row> rows,
            List<Standing.Colleague> people,
            String drill,
            @Nullable Wrong wrong)
            implements TemplateInstance {}

    /**
     * One ceremony.
     *
     * @param mayApprove whether whoever looks can be the second lead
     * @param file whether a file goes to the machine with the recovery key and comes back
     * @param mayEnd whether whoever looks can end a departure
     * @param alone references of what only whoever looks could open
     */
    record Row(
            CeremonyProgress one,
            boolean mayApprove,
            boolean file,
            boolean mayEnd,
            List<String> alone) {}

    /** Why something was not done. */
    enum Wrong {
        LAST_HOLDER,
        SELF_APPROVAL,
        NOT_FOUND,
        FILE,
        CONFLICT;

        static Wrong of(Refusal refusal) {
            return switch (refusal.problem()) {
                case LAST_HOLDER -> LAST_HOLDER;
                case SELF_APPROVAL -> SELF_APPROVAL;
                case NOT_FOUND -> NOT_FOUND;
                case INVALID_REQUEST -> FILE;
                case CONFLICT, FORBIDDEN, ILLEGAL_TRANSITION -> CONFLICT;
                default -> throw refusal;
            };
        }
    }
}

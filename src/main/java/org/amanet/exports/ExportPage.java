package org.amanet.exports;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.List;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Member;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/** What goes to whom and how far it is; and the second pair of eyes. */
@Path("/desk/exports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class ExportPage {
    private static final int LIST_MAX = 200;

    private final CurrentMember current;
    private final Approval approval;
    private final Names names;

    ExportPage(CurrentMember current, Approval approval, Names names) {
        this.current = current;
        this.approval = approval;
        this.names = names;
    }

    @GET
    public TemplateInstance all(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        Member me = member();
        List<Line> lines =
                Export.concerning(me.id, LIST_MAX).stream().map(one -> line(one, me)).toList();
        return new All(language, current.frame(language, "exports"), lines)
                .setLocale(language.locale());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return one(Language.bestOfStaff(wanted), id, null);
    }

    @POST
    @Path("/{id}/approval")
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        try {
            approval.approve(id, member(), current.vault());
            return Response.seeOther(URI.create("/desk/exports/" + id)).build();
        } catch (Refusal refusal) {
            Trouble trouble = Trouble.of(refusal);
            return Response.status(trouble.status())
                    .entity(one(Language.bestOfStaff(wanted), id, trouble))
                    .build();
        }
    }

    private TemplateInstance one(Language language, UUID id, @Nullable Trouble trouble) {
        Member me = member();
        Export export = Approval.visible(id, me);
        Line line = line(export, me);
        List<Inspection.Inspected> looks =
                line.awaitsMe() ? approval.look(export, me, current.vault()) : List.of();
        boolean allGo = looks.stream().allMatch(Inspection.Inspected::goes);
        Frame frame = current.frame(language, "exports");
        return new One(language, frame, line, looks, allGo, trouble).setLocale(language.locale());
    }

    private Member member() {
        current.vault();
        return current.member();
    }

    private Line line(Export export, Member me) {
        return new Line(
                ExportView.of(export),
                names.of(export.recipient),
                names.of(export.preparedBy),
                names.of(export.approvedBy),
                Approval.awaits(export, me),
                me.id.equals(export.preparedBy));
    }

    /** All that this member may know of. */
    record All(Language language, Frame frame, List<Line> lines) implements TemplateInstance {}

    /**
     * One of them.
     *
     * @param looks what would go, for whoever may approve it
     * @param allGo whether the gate still lets all of it pass
     */
    record One(
            Language language,
            Frame frame,
            Line line,
            List<Inspection.Inspected> looks,
            boolean allGo,
            @Nullable Trouble trouble)
            implements TemplateInstance {}

    /**
     * An export with the names of those who take part in it.
     *
     * @param awaitsMe whether the member who looks is the one to approve it
     * @param mine whether they prepared it
     */
    record Line(
            ExportView export,
            String recipient,
            String preparedBy,
            String approvedBy,
            boolean awaitsMe,
            boolean mine) {}
}

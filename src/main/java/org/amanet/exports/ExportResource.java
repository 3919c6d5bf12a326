package org.amanet.exports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.amanet.sealing.SigningKey;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.Person;
import org.amanet.staff.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * Exports: prepared by one person, approved by another, seen by both and by the investigator they
 * are for.
 */
@Path("/api/v1/exports")
@RunOnVirtualThread
class ExportResource {
    private static final int LIST_MAX = 200;

    private final CurrentMember current;
    private final Preparation preparation;
    private final Approval approval;
    private final HandOver handOver;
    private final ExportConfig config;

    ExportResource(
            CurrentMember current,
            Preparation preparation,
            Approval approval,
            HandOver handOver,
            ExportConfig config) {
        this.current = current;
        this.preparation = preparation;
        this.approval = approval;
        this.handOver = handOver;
        this.config = config;
    }

    /** Which reports to hand to whom, and for what. */
    record NewExport(
            @NotNull UUID recipient,
            @NotNull Profile profile,
            @NotEmpty @Size(max = 1000) List<@NotNull UUID> reports) {}

    /** The export, and which of the reports the consent gate kept back. */
    record Prepared(ExportView export, List<Preparation.Kept> kept) {}

    @POST
    @RolesAllowed({Person.CASEWORKER, Person.LEAD})
    @Operation(summary = "Prepare an export; answers what the consent gate kept back")
    @SecurityRequirement(name = CurrentMember.VAULT)
    @ResponseStatus(201)
    public Prepared prepare(@Valid @NotNull NewExport wish) {
        Preparation.Prepared prepared =
                preparation.prepare(
                        new Preparation.Wish(wish.recipient(), wish.profile(), wish.reports()),
                        current.member(),
                        current.vault());
        return new Prepared(ExportView.of(prepared.export()), prepared.kept());
    }

    @GET
    @RolesAllowed({Person.CASEWORKER, Person.LEAD, Person.INVESTIGATOR})
    @Operation(summary = "The exports that concern the person who asks")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<ExportView> list() {
        Member member = current.member();
        if (member.role == Role.INVESTIGATOR) {
            return ExportView.of(Export.handedTo(member, LIST_MAX));
        }
        return ExportView.of(Export.concerning(current.vault().member(), LIST_MAX));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Person.CASEWORKER, Person.LEAD, Person.INVESTIGATOR})
    @Operation(summary = "One export")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public ExportView one(UUID id) {
        Member member = current.member();
        if (member.role == Role.INVESTIGATOR) {
            return ExportView.of(handOver.visible(id, member));
        }
        current.vault();
        return ExportView.of(Approval.visible(id, member));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Person.LEAD)
    @Operation(summary = "Approve an export that somebody else prepared")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public ExportView approve(UUID id) {
        return ExportView.of(approval.approve(id, current.member(), current.vault()));
    }

    @GET
    @Path("/signing-key")
    @Produces("application/x-pem-file")
    @PermitAll
    @Operation(summary = "The key that packages are signed with")
    public String signingKey() {
        try (SigningKey key = SigningKey.read(config.signingKey())) {
            return key.verifyingKey().pem();
        }
    }
}

package org.amanet.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The file that goes to the machine with the recovery key, and the one that comes back. */
@Path("/desk/ceremonies")
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class RecoveryPage {
    private final CeremonyPage page;
    private final CeremonyWork work;

    RecoveryPage(CeremonyPage page, CeremonyWork work) {
        this.page = page;
        this.work = work;
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.TEXT_PLAIN)
    public Response take(@PathParam("id") UUID id) {
        return Response.ok(work.file(id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"recovery.txt\"")
                .build();
    }

    @POST
    @Path("/{id}/file")
    @Produces(MediaType.TEXT_HTML)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response put(
            @PathParam("id") UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return page.done(wanted, () -> work.put(id, text(file)));
    }

    private static String text(@Nullable FileUpload file) {
        try {
            return file == null ? "" : Files.readString(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

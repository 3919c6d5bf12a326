package org.amanet.codes;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.amanet.languages.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The code lists, for whoever reads our files or fills in our forms. */
@Path("/api/v1/codes")
@Produces(MediaType.APPLICATION_JSON)
class CodesResource {
    private final Codes codes;

    CodesResource(Codes codes) {
        this.codes = codes;
    }

    @GET
    @PermitAll
    @Operation(summary = "All code lists, with labels in one language")
    public CodeLists lists(@HeaderParam("Accept-Language") @Nullable String wanted) {
        var language = Language.best(wanted);
        return new CodeLists(
                Codes.VERSION,
                language.tag(),
                codes.all().stream().map(list -> shown(list, language)).toList());
    }

    private ListView shown(CodeList list, Language language) {
        var shown =
                list.codes().stream()
                        .map(
                                code ->
                                        new CodeView(
                                                code.code(),
                                                code.level(),
                                                codes.label(code.code(), language),
                                                code.description(),
                                                code.method4(),
                                                code.sinceVersion(),
                                                code.deprecated()))
                        .toList();
        return new ListView(list.list(), list.version(), shown);
    }

    /** All lists with labels in one language. */
    public record CodeLists(int version, String language, List<ListView> lists) {}

    /** One list. */
    public record ListView(String list, int version, List<CodeView> codes) {}

    /** One code with its label. */
    public record CodeView(
            String code,
            int level,
            String label,
            String description,
            Code.@Nullable Method method4,
            int sinceVersion,
            boolean deprecated) {}
}

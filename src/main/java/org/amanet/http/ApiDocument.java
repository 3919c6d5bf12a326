package org.amanet.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Gives the document of the API, when it is built, what no annotation should have to repeat: a tag
 * for each room, the two keys, the answer to everything that is refused.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {
    private static final DotName ROLES = DotName.createSimple(RolesAllowed.class);
    private static final DotName PERMIT_ALL = DotName.createSimple(PermitAll.class);
    private static final DotName STATUS = DotName.createSimple(ResponseStatus.class);
    private static final Map<String, String> DONE =
            Map.of("200", "Here it is.", "201", "Made.", "204", "Done.");
    private static final String BEARER = "bearer";
    private static final String VAULT = "vault";
    private static final String PROBLEM = "Problem";

    private final IndexView index;

    public ApiDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSecurityScheme(BEARER, bearer());
        api.getComponents().addSecurityScheme(VAULT, vault());
        api.getComponents().addResponse(PROBLEM, problem());
        var rooms = new TreeSet<String>();
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(operation -> complete(operation, rooms));
        }
        rooms.forEach(room -> api.addTag(OASFactory.createTag().name(room)));
        new ApiSchemas(index).complete(api);
    }

    private void complete(Operation operation, Set<String> rooms) {
        var method = methodOf(operation.getOperationId());
        var room = method.declaringClass().name().packagePrefix().replaceAll(".*\\.", "");
        rooms.add(room);
        operation.setTags(List.of(room));
        operation.setOperationId(nameOf(method));
        operation.getResponses().setDefaultValue(ref(PROBLEM));
        answered(operation, method);
        operation.setSecurity(keyring(method, operation.getSecurity()));
    }

    /** The scanner names an operation {@code ReportResource_open}. */
    private MethodInfo methodOf(String operationId) {
        var between = operationId.indexOf('_');
        var resource = operationId.substring(0, between);
        var verb = operationId.substring(between + 1);
        return index.getKnownClasses().stream()
                .filter(type -> type.name().toString().startsWith("org.amanet."))
                .filter(type -> resource.equals(type.simpleName()))
                .flatMap(type -> type.methods().stream())
                .filter(method -> method.name().equals(verb))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no method " + operationId));
    }

    private static String nameOf(MethodInfo method) {
        var noun = method.declaringClass().simpleName().replaceFirst("Resource$", "");
        var verb = method.name();
        return noun.substring(0, 1).toLowerCase(Locale.ROOT)
                + noun.substring(1)
                + verb.substring(0, 1).toUpperCase(Locale.ROOT)
                + verb.substring(1);
    }

    /** The scanner guesses the status from the verb; the method knows it. */
    private static void answered(Operation operation, MethodInfo method) {
        var declared = method.annotation(STATUS);
        var status = declared == null ? "204" : Integer.toString(declared.value().asInt());
        var responses = operation.getResponses();
        for (String guessed : List.of("200", "201")) {
            var response = responses.getAPIResponse(guessed);
            var nothing = method.returnType().kind() == Type.Kind.VOID;
            if (response != null && (declared != null || nothing)) {
                responses.removeAPIResponse(guessed);
                responses.addAPIResponse(status, response.description(DONE.get(status)));
            }
        }
    }

    /** The roles that may, with the vault's key where the route says that it wants one. */
    private static List<SecurityRequirement> keyring(
            MethodInfo method, @Nullable List<SecurityRequirement> said) {
        var roles = method.annotation(ROLES);
        if (roles == null) {
            roles = method.declaringClass().declaredAnnotation(ROLES);
        }
        if (roles == null || method.hasAnnotation(PERMIT_ALL)) {
            return List.of();
        }
        var both = OASFactory.createSecurityRequirement();
        both.addScheme(BEARER, List.of(roles.value().asStringArray()));
        if (said != null && said.stream().anyMatch(one -> one.hasScheme(VAULT))) {
            both.addScheme(VAULT);
        }
        return List.of(both);
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                        "An access token of the sign-on server with the audience amanet-api."
                                + " The roles stand with each route.");
    }

    private static SecurityScheme vault() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("Vault-Token")
                .description(
                        "The opened vault, from POST /api/v1/vault/session. Signing on does not"
                                + " open anything; this does.");
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("Refused. The type says why and its page says what to do next.")
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        "application/problem+json",
                                        OASFactory.createMediaType()
                                                .schema(ApiSchemas.ref("ProblemDocument"))));
    }

    private static APIResponse ref(String response) {
        return OASFactory.createAPIResponse().ref(response);
    }
}

package org.amanet.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a problem becomes an answer. */
@ApplicationScoped
class ProblemMapper {
    private final Answers answers;
    private final CurrentVertxRequest current;

    ProblemMapper(Answers answers, CurrentVertxRequest current) {
        this.answers = answers;
        this.current = current;
    }

    @ServerExceptionMapper
    public Response refused(Refusal refusal, ContainerRequestContext request) {
        return unlessBegun(
                () ->
                        Detour.round(refusal.problem(), request)
                                .map(way -> Response.seeOther(way).build())
                                .orElseGet(() -> answers.response(refusal, asked(request))));
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException thrown, ContainerRequestContext request) {
        var violations = thrown.getConstraintViolations();
        if (violations.stream().anyMatch(Pointers::isOurs)) {
            return failed(thrown, request);
        }
        var faults = violations.stream().map(Pointers::of).distinct().toList();
        return refused(new Refusal(Problem.INVALID_REQUEST, faults), request);
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException thrown, ContainerRequestContext request) {
        return unreadable(thrown, request);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException thrown, ContainerRequestContext request) {
        if (thrown instanceof JsonMappingException mapping) {
            var faults = List.of(Pointers.of(mapping));
            return refused(new Refusal(Problem.INVALID_REQUEST, faults), request);
        }
        return refused(new Refusal(Problem.UNREADABLE_JSON), request);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException thrown, ContainerRequestContext request) {
        if (thrown.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, request);
        }
        var status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        }
        return status == 500
                ? failed(thrown, request)
                : refused(new Refusal(Problem.ofStatus(status)), request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException thrown, ContainerRequestContext request) {
        return refused(new Refusal(Problem.FORBIDDEN), request);
    }

    @ServerExceptionMapper
    public Response failed(Throwable thrown, ContainerRequestContext request) {
        var known = Causes.known(thrown);
        if (known.isPresent()) {
            return refused(known.get(), request);
        }
        var id = UUID.randomUUID().toString();
        Failures.log("failure " + id, thrown);
        return unlessBegun(() -> answers.failure(Problem.INTERNAL, id, asked(request)));
    }

    /**
     * Where a part of another answer has left, the problem must not follow it as if it were the
     * rest: that the connection ends says that something is missing.
     */
    private Response unlessBegun(Supplier<Response> answer) {
        var response = current.getCurrent().response();
        if (response.headWritten()) {
            response.reset();
            return Response.noContent().build();
        }
        return answer.get();
    }

    private static Asked asked(ContainerRequestContext request) {
        return Asked.of(
                "/" + request.getUriInfo().getPath().replaceFirst("^/", ""),
                request.getHeaderString("Accept"),
                request.getHeaderString("Accept-Language"));
    }
}

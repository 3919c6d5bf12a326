package org.amanet.problems;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What somebody gets who has to sign in first: programs a problem, browsers the way there. */
@ApplicationScoped
class Challenges {
    private static final int UNAUTHORIZED = 401;

    private final ProblemMapper problems;

    Challenges(ProblemMapper problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Uni<Response> unauthenticated(RoutingContext context, ContainerRequestContext request) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(challenge -> answer(challenge, request));
    }

    private Response answer(ChallengeData challenge, ContainerRequestContext request) {
        Response.ResponseBuilder answer =
                challenge.status == UNAUTHORIZED
                        ? Response.fromResponse(
                                problems.refused(new Refusal(Problem.UNAUTHENTICATED), request))
                        : Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }
}

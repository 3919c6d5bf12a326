package org.amanet.problems;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The way round a problem that a person can mend at once: whoever looks at a page of the desk with
 * a locked vault is sent to the vault, and from there back; whoever needs a second person, to where
 * they ask for one. Only where nothing was typed, since on the way it would be lost.
 */
final class Detour {
    private static final String DESK = "/desk";
    private static final String VAULT = "/desk/vault";
    private static final String REPORTS = "/desk/reports/";
    private static final Set<Problem> MENDED_THERE =
            EnumSet.of(Problem.VAULT_LOCKED, Problem.VAULT_NOT_ENROLLED);

    private Detour() {}

    static Optional<URI> round(Problem problem, ContainerRequestContext request) {
        URI wanted = request.getUriInfo().getRequestUri();
        String path = wanted.getRawPath();
        boolean looks = request.getMethod().equals("GET") && path.startsWith(DESK);
        if (looks && problem == Problem.SECOND_PERSON_NEEDED && path.startsWith(REPORTS)) {
            return Optional.of(URI.create(path + "/second"));
        }
        if (!looks || path.startsWith(VAULT) || !MENDED_THERE.contains(problem)) {
            return Optional.empty();
        }
        String query = wanted.getRawQuery();
        String whole = query == null ? path : path + "?" + query;
        return Optional.of(
                URI.create(VAULT + "?then=" + URLEncoder.encode(whole, StandardCharsets.UTF_8)));
    }
}

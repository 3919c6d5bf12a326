package org.amanet.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Entity tags that hold a version number: whoever changes something says which one they saw. */
public final class EntityTags {
    private static final Pattern STRONG = Pattern.compile("\"v(\\d{1,18})\"");

    private EntityTags() {}

    /** The value of {@code ETag}, quotes included. */
    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /** An answer that says which version it is of. */
    public static <T> RestResponse<T> answer(Response.Status status, T body, long version) {
        return RestResponse.ResponseBuilder.create(status, body)
                .header(HttpHeaders.ETAG, of(version))
                .build();
    }

    /** The version in {@code If-Match}; without one nothing may be changed. */
    public static long seen(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Refusal(Problem.PRECONDITION_REQUIRED);
        }
        var tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Refusal(Problem.PRECONDITION_FAILED);
        }
        return Long.parseLong(tag.group(1));
    }

    /** Refuses unless {@code If-Match} names the current version. */
    public static void require(@Nullable String ifMatch, long current) {
        if (seen(ifMatch) != current) {
            throw new Refusal(Problem.PRECONDITION_FAILED);
        }
    }
}

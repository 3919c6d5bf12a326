package org.amanet.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is walked by key and not by number, so that rows which come or go in the
 * meantime are neither shown twice nor skipped.
 *
 * @param next what to send as {@code after} for the following page; null on the last one
 */
public record Slice<T>(List<T> items, @JsonIgnore @Nullable String next) {
    /** How many rows a page has when nobody says. */
    public static final int ROWS_DEFAULT = 50;

    /** How many rows a page has at most. */
    public static final int ROWS_MAX = 200;

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Cuts rows that were read with {@code limit + 1}: the extra one only says that more follow.
     */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<? super T, String> key) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        var page = rows.subList(0, limit);
        return new Slice<>(page, key.apply(page.getLast()));
    }

    /** The limit that was asked for, within what we allow. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? ROWS_DEFAULT : Math.clamp(asked, 1, ROWS_MAX);
    }

    /** The same slice of something else. */
    public <R> Slice<R> map(Function<? super T, ? extends R> change) {
        return new Slice<>(items.stream().<R>map(change).toList(), next);
    }

    /** The answer, with a {@code Link} to the next page (RFC 8288). */
    public RestResponse<Slice<T>> answer(UriInfo uri) {
        var response = RestResponse.ResponseBuilder.ok(this);
        if (next != null) {
            var link = uri.getRequestUriBuilder().replaceQueryParam("after", next).build();
            response.header("Link", "<" + relative(link) + ">; rel=\"next\"");
        }
        return response.build();
    }

    private static String relative(URI link) {
        return link.getRawPath() + "?" + link.getRawQuery();
    }
}

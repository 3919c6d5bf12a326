package org.amanet.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * How much one request may bring: little, except where files come in. Those are read as streams;
 * the limit of the server itself is theirs.
 */
@ApplicationScoped
class BodyLimits {
    /** The longest account, padded, and once more a third for base64. */
    private static final long USUAL_BYTES = 2 * 1024 * 1024;

    private static final int TOO_LARGE = 413;

    private static final long HEARD_OUT_BYTES = 8 * USUAL_BYTES;
    private static final long HEARD_OUT_MILLIS = 2_000;

    /** Comes right after the server's own limit, which leaves its word under this name. */
    private static final int BEFORE_THE_ROUTES = 1;

    private static final String LIMIT = "io.quarkus.max-request-size";

    private static final Pattern FILES =
            Pattern.compile("/api/v1/uploads/[^/]+|/[A-Za-z-]+/inbox/files");

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::limit, BEFORE_THE_ROUTES);
    }

    private static void limit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader("Content-Length");
        if (FILES.matcher(context.normalizedPath()).matches()) {
            context.next();
        } else if (length == null ? hasForm(request) : Long.parseLong(length) > USUAL_BYTES) {
            refuse(context);
        } else {
            context.put(LIMIT, USUAL_BYTES);
            context.next();
        }
    }

    /** Forms are read before anybody counts: they have to say how long they are. */
    private static boolean hasForm(HttpServerRequest request) {
        if (HttpMethod.GET.equals(request.method())) {
            return false;
        }
        String type = request.getHeader("Content-Type");
        String lower = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("application/x-www-form-urlencoded")
                || lower.startsWith("multipart/");
    }

    /**
     * Answers at once, but hears the rest out for a moment: whoever still sends when the connection
     * is cut never reads why.
     */
    private static void refuse(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpConnection connection = request.connection();
        AtomicLong heard = new AtomicLong();
        request.handler(
                bytes -> {
                    if (heard.addAndGet(bytes.length()) > HEARD_OUT_BYTES) {
                        connection.close();
                    }
                });
        request.endHandler(all -> connection.close());
        request.exceptionHandler(gone -> connection.close());
        context.vertx().setTimer(HEARD_OUT_MILLIS, late -> connection.close());
        context.response().putHeader("Connection", "close").setStatusCode(TOO_LARGE).end();
        request.resume();
    }
}

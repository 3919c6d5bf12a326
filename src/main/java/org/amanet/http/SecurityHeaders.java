package org.amanet.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What every answer tells the browser: nothing foreign, nothing framed, nothing kept, nothing sent
 * on. Added when the head is written, so that errors and files of any layer carry it too.
 */
@ApplicationScoped
class SecurityHeaders {
    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final String HSTS = "max-age=63072000; includeSubDomains";

    private static final Map<String, String> FIXED =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Cross-Origin-Embedder-Policy", "require-corp",
                    "X-Robots-Tag", "noindex, nofollow, noarchive");

    private static final String PERMISSIONS =
            "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(),"
                    + " display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(),"
                    + " magnetometer=(), midi=(), payment=(), serial=(), usb=(), web-share=(),"
                    + " microphone=";

    private static final Set<String> FILES = Set.of("css", "js", "svg", "woff2", "png", "ico");

    private static final String POLICY = "Content-Security-Policy";

    private final String policy;
    private final String staffPolicy;

    SecurityHeaders(HttpConfig config) {
        policy = policy("'self'");
        staffPolicy =
                "media-src 'self'; "
                        + policy(
                                config.signIn()
                                        .map(uri -> "'self' " + originOf(uri))
                                        .orElse("'self'"));
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(nothing -> add(context));
                    context.next();
                },
                BEFORE_ALL_OTHERS);
    }

    private void add(RoutingContext context) {
        var headers = context.response().headers();
        var path = context.normalizedPath();
        FIXED.forEach(headers::set);
        headers.set("Permissions-Policy", PERMISSIONS + (isStaff(path) ? "()" : "(self)"));
        if (!Attachment.POLICY.equals(headers.get(POLICY))) {
            headers.set(POLICY, isStaff(path) ? staffPolicy : policy);
        }
        if ("https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", HSTS);
        }
        keepNothing(headers, context, path);
    }

    private static void keepNothing(MultiMap headers, RoutingContext context, String path) {
        var file = context.response().getStatusCode() < 300 && isFile(path);
        headers.set("Cache-Control", file ? "public, max-age=3600" : "no-store");
    }

    static boolean isStaff(String path) {
        return path.startsWith("/desk") || path.startsWith("/authority");
    }

    private static boolean isFile(String path) {
        var dot = path.lastIndexOf('.');
        return (path.lastIndexOf('/') == 0 || path.startsWith("/fonts/"))
                && dot > 0
                && FILES.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String policy(String formAction) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " font-src 'self'; connect-src 'self'; form-action "
                + formAction
                + "; base-uri 'none'; frame-ancestors 'none';"
                + " require-trusted-types-for 'script'; trusted-types 'none'";
    }

    private static String originOf(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}

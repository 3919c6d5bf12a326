package org.amanet.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A file that a browser keeps and never shows, whatever it is (RFC 6266). */
public final class Attachment {
    /** Nothing of it runs, even where a browser opens it all the same. */
    public static final String POLICY = "sandbox; default-src 'none'";

    /** What moves letters about or ends a line or a name has no place in one. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]");

    private static final Pattern NO_ASCII = Pattern.compile("[^A-Za-z0-9._ ()-]");
    private static final String NAMELESS = "file";

    private Attachment() {}

    /** The value of {@code Content-Disposition} for a file that somebody gave this name. */
    public static String named(String name) {
        String safe = UNSAFE.matcher(name).replaceAll("_").strip();
        String kept = safe.isEmpty() || safe.startsWith(".") ? NAMELESS + safe : safe;
        String plain = NO_ASCII.matcher(kept).replaceAll("_");
        String whole = URLEncoder.encode(kept, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\""
                + plain
                + "\"; filename*=UTF-8''"
                + whole.replace("*", "%2A");
    }
}

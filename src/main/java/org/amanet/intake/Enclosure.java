package org.amanet.intake;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one file that a browser sends with a form (multipart/form-data, RFC 7578), and what stands in
 * a field beside it, taken from memory: nothing of it waits on a disk.
 */
final class Enclosure {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=\"?([0-9A-Za-z'()+_,./:=? -]{1,70})\"?");

    private static final Pattern FILE =
            Pattern.compile("content-disposition:[^\\r\\n]*filename", Pattern.CASE_INSENSITIVE);

    private Enclosure() {}

    /** The content of the first file; nothing where there is none. */
    static byte[] in(byte[] body, @Nullable String contentType) {
        return first(FILE, body, contentType);
    }

    /** What stands in the field of this name; nothing where there is none. */
    static String text(String field, byte[] body, @Nullable String contentType) {
        Pattern named =
                Pattern.compile(
                        "content-disposition:[^\\r\\n]* name=\"" + Pattern.quote(field) + "\"",
                        Pattern.CASE_INSENSITIVE);
        return new String(first(named, body, contentType), StandardCharsets.UTF_8);
    }

    private static byte[] first(Pattern wanted, byte[] body, @Nullable String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.find()) {
            return new byte[0];
        }
        // One character for each byte, so that places in the text are places in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String mark = "--" + boundary.group(1);
        int part = text.indexOf(mark);
        while (part >= 0) {
            int head = text.indexOf("\r\n\r\n", part);
            int end = text.indexOf("\r\n" + mark, part + mark.length());
            if (head < 0 || end < head + 4) {
                return new byte[0];
            }
            if (wanted.matcher(text.substring(part, head)).find()) {
                return text.substring(head + 4, end).getBytes(StandardCharsets.ISO_8859_1);
            }
            part = end + 2;
        }
        return new byte[0];
    }
}

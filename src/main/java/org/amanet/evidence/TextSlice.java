package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Words, so many at a time, as words and nothing else. */
final class TextSlice {
    private static final int SLICE_BYTES = 64 * 1024;

    /** A letter may begin before the end of a slice and end behind it. */
    private static final int LETTER_MORE_BYTES = 3;

    /** What moves letters about, or is none. */
    private static final Pattern NO_LETTER =
            Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");

    private TextSlice() {}

    /** One slice of all these words, which are gone then. */
    static Rendition of(Staged words, Path shelf, int page) throws IOException {
        try (words) {
            int pages = (int) Math.max(1, Math.ceilDiv(words.size(), (long) SLICE_BYTES));
            if (page < 1 || page > pages) {
                throw Obstacle.PAGE.refusal();
            }
            Staged slice = Staged.in(shelf);
            OutputStream out = slice.writer();
            out.write(clean(slice(words, page)).getBytes(UTF_8));
            return new Rendition(Form.TEXT, Form.TEXT.type(), page, pages, slice, 0, "Amanet");
        }
    }

    private static byte[] slice(Staged words, int page) throws IOException {
        try (InputStream in = words.reader()) {
            in.skipNBytes((long) (page - 1) * SLICE_BYTES);
            byte[] bytes = in.readNBytes(SLICE_BYTES + LETTER_MORE_BYTES);
            int from = page == 1 ? 0 : beginning(bytes, 0);
            int end = bytes.length <= SLICE_BYTES ? bytes.length : beginning(bytes, SLICE_BYTES);
            return java.util.Arrays.copyOfRange(bytes, from, Math.max(from, end));
        }
    }

    /** Where the first letter begins from there. */
    private static int beginning(byte[] bytes, int at) {
        int most = Math.min(bytes.length, at + LETTER_MORE_BYTES);
        int begin = at;
        while (begin < most && (bytes[begin] & 0xC0) == 0x80) {
            begin++;
        }
        return begin;
    }

    private static String clean(byte[] bytes) {
        String words = new String(bytes, UTF_8).replace("\r\n", "\n");
        return NO_LETTER.matcher(words).replaceAll("\uFFFD");
    }
}

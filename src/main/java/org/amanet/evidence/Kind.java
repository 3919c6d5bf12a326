package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a file is, told from its first bytes and nothing else. A hint for whoever opens it, never a
 * reason to refuse one.
 */
public enum Kind {
    /** Voice messages of WeChat, whatever their name ends in. */
    SILK,
    AMR,
    OGG,
    M4A,
    WEBM,
    MP4,
    MOV,
    JPEG,
    PNG,
    HEIC,
    PDF,
    OFFICE,
    ZIP,
    /** Conversations as messengers give them out, packed or as text. */
    CHAT,
    TEXT,
    UNKNOWN;

    /** So many bytes are looked at. */
    static final int HEAD_BYTES = 512;

    private static final List<String> HEIF_BRANDS =
            List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif");
    private static final int BRAND_AT = 8;
    private static final int ZIP_NAME_AT = 30;
    private static final Pattern OFFICE_ENTRY =
            Pattern.compile(
                    "(?s)(\\[Content_Types]\\.xml|_rels/|word/|xl/|ppt/|mimetypeapplication/).*");
    private static final Pattern CHAT_ENTRY =
            Pattern.compile(
                    "(?s)([^/]{0,80}_chat\\.txt|WhatsApp Chat|WeChat|ChatExport|result\\.json).*");

    /** {@code [24.11.25, 10:11:12] } or {@code 24/11/2025, 10:11 - }, and their like. */
    private static final Pattern CHAT_LINE =
            Pattern.compile(
                    "(?s)[\\uFEFF\\u200E]*\\[?\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4},? \\d{1,2}:\\d{2}.*");

    /** What begins like this. */
    static Kind of(byte[] head) {
        String start = new String(head, ISO_8859_1);
        // WeChat puts one byte before the mark.
        if (start.startsWith("#!SILK") || start.startsWith("#!SILK", 1)) {
            return SILK;
        }
        if (start.startsWith("#!AMR")) {
            return AMR;
        }
        if (start.startsWith("ftyp", 4)) {
            return ofBrand(start);
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return ofArchive(start);
        }
        return ofMark(start, head);
    }

    private static Kind ofMark(String start, byte[] head) {
        if (start.startsWith("OggS")) {
            return OGG;
        }
        if (start.startsWith("\u001aE\u00df\u00a3")) {
            return WEBM;
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (start.startsWith("%PDF-")) {
            return PDF;
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OFFICE;
        }
        return ofText(head);
    }

    private static Kind ofBrand(String start) {
        String brand = start.substring(Math.min(BRAND_AT, start.length()));
        if (HEIF_BRANDS.stream().anyMatch(brand::startsWith)) {
            return HEIC;
        }
        if (brand.startsWith("qt  ")) {
            return MOV;
        }
        return brand.startsWith("M4A ") || brand.startsWith("M4B ") ? M4A : MP4;
    }

    /** By the name of its first entry; nothing is unpacked. */
    private static Kind ofArchive(String start) {
        String entry = start.substring(Math.min(ZIP_NAME_AT, start.length()));
        if (OFFICE_ENTRY.matcher(entry).matches()) {
            return OFFICE;
        }
        return CHAT_ENTRY.matcher(entry).matches() ? CHAT : ZIP;
    }

    private static Kind ofText(byte[] head) {
        CharBuffer text = CharBuffer.allocate(head.length);
        // A letter may be cut in two where the head ends: that is an underflow and no error.
        boolean broken =
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(head), text, false)
                        .isError();
        text.flip();
        boolean control =
                text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        if (broken || control || text.isEmpty()) {
            return UNKNOWN;
        }
        return CHAT_LINE.matcher(text).matches() ? CHAT : TEXT;
    }
}

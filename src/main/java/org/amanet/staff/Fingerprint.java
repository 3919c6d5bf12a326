package org.amanet.staff;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A key's fingerprint between two people: one reads it aloud, the other types how it ends. */
record Fingerprint(String whole) {
    private static final int HEARD_CHARACTERS = 8;

    /** Without the end that has to be heard. */
    String beginning() {
        int groups = HEARD_CHARACTERS + HEARD_CHARACTERS / 4;
        return whole.substring(0, whole.length() - groups);
    }

    /** Whether this is how it ends, in whatever case and with whatever spaces. */
    boolean isHeard(@Nullable String typed) {
        if (typed == null) {
            return false;
        }
        String plain = plain(whole);
        return plain(typed).equals(plain.substring(plain.length() - HEARD_CHARACTERS));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}

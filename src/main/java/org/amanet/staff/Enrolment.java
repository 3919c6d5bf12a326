package org.amanet.staff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody typed to make a vault. */
record Enrolment(String alias, String desk, String passphrase, String again) {
    private static final int ALIAS_MAX_CHARACTERS = 60;
    private static final int PASSPHRASE_MAX_CHARACTERS = 200;

    static Enrolment of(
            @Nullable String alias,
            @Nullable String desk,
            @Nullable String passphrase,
            @Nullable String again) {
        return new Enrolment(
                Objects.toString(alias, "").strip(),
                Objects.toString(desk, ""),
                Objects.toString(passphrase, ""),
                Objects.toString(again, ""));
    }

    /** What is wrong, as far as can be seen without trying. */
    @Nullable Trouble trouble() {
        if (alias.isEmpty() || alias.length() > ALIAS_MAX_CHARACTERS) {
            return Trouble.ALIAS;
        }
        if (desk.isEmpty()) {
            return Trouble.DESK;
        }
        if (!passphrase.equals(again)) {
            return Trouble.NOT_THE_SAME;
        }
        return passphrase.length() > PASSPHRASE_MAX_CHARACTERS ? Trouble.WEAK : null;
    }

    @Override
    public String toString() {
        return "Enrolment";
    }
}

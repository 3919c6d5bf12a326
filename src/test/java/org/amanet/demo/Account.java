package org.amanet.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in, named after what they do.
 *
 * @param desk for caseworkers and leads
 * @param memberState for investigators
 */
public record Account(
        String name, String role, @Nullable String desk, @Nullable String memberState) {

    /** The accounts of the demonstration. */
    static final List<Account> DEMONSTRATION =
            List.of(
                    staff("lead", "lead", "north"),
                    staff("lead-alternate", "lead", "south"),
                    staff("caseworker", "caseworker", "north"),
                    investigator("investigator-de", "DE"),
                    new Account("auditor", "auditor", null, null));

    /** A caseworker or lead of a desk. */
    public static Account staff(String name, String role, String desk) {
        return new Account(name, role, desk, null);
    }

    /** An investigator of a Member State. */
    public static Account investigator(String name, String memberState) {
        return new Account(name, "investigator", null, memberState);
    }
}

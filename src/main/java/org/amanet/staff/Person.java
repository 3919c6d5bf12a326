package org.amanet.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who the identity provider says is asking. It opens routes; it opens no report.
 *
 * @param session the sign-on session; a vault token dies with it
 */
public record Person(
        String subject, Set<String> roles, @Nullable String memberState, @Nullable String session) {

    /** Names of the identity provider's roles. */
    public static final String CASEWORKER = "caseworker";

    /** Leads see and do what caseworkers do, and vouch, assign and approve. */
    public static final String LEAD = "lead";

    /** Investigators of Member States. */
    public static final String INVESTIGATOR = "investigator";

    /** Reads and verifies the log, and nothing else. */
    public static final String AUDITOR = "auditor";

    Role role() {
        if (roles.contains(LEAD)) {
            return Role.LEAD;
        }
        return roles.contains(CASEWORKER) ? Role.CASEWORKER : Role.INVESTIGATOR;
    }
}

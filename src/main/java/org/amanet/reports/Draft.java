package org.amanet.reports;

import java.time.Instant;
import java.util.List;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/**
 * A report about to be filed: contents in clear, and who may read them.
 *
 * @param reference the short name by which people speak of it
 * @param receivedHour now, cut to the hour
 * @param relatives what lies under the lock of its own
 * @param country for routing, only where the reporter agrees
 * @param holders everybody who receives a grant; each is vouched for
 */
public record Draft(
        String reference,
        Instant receivedHour,
        Account account,
        @Nullable String relatives,
        Triage triage,
        Consent consent,
        String desk,
        @Nullable String country,
        Status status,
        List<Member> holders) {
    @Override
    public String toString() {
        return "Draft";
    }
}

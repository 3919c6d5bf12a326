package org.amanet.inbox;

import io.quarkus.qute.i18n.MessageBundle;

/** What a reporter reads where another organisation got the report too. */
@MessageBundle("referral")
interface ReferralMessages {
    String given(String who, String organisation);

    String ended(String organisation);
}

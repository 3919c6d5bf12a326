package org.amanet.testing;

import org.amanet.demo.Stack;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Holder;

/** The way from a receipt to its row, which in life only the reporter can go. */
public final class Receipts {
    private Receipts() {}

    /** The id of the report under this receipt. */
    public static String reportOf(Stack stack, String receipt) {
        try (DerivedIdentity holder = Holder.of(stack, receipt)) {
            return Database.text(
                    stack,
                    "select id::text from report where lookup = decode(?, 'hex')",
                    Digests.hex(Digests.sha256(holder.lookupId())));
        }
    }
}

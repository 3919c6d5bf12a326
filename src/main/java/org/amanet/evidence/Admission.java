package org.amanet.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.UUID;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.KdfBusy;
import org.amanet.sealing.KeyDerivation;
import org.amanet.sealing.Receipt;
import org.amanet.sealing.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Lets a file begin for whoever holds a receipt. A receipt that nobody holds is let in alike; what
 * is sent under it reaches nobody.
 */
@ApplicationScoped
class Admission {
    private static final int LOOKUP_BYTES = 32;

    private final KeyDerivation derivation;
    private final Access access;
    private final Landing landing;
    private final Allowance allowance;

    Admission(KeyDerivation derivation, Access access, Landing landing, Allowance allowance) {
        this.derivation = derivation;
        this.access = access;
        this.landing = landing;
        this.allowance = allowance;
    }

    /**
     * An upload that can begin, or go on.
     *
     * @param lock for whoever seals: the report's key, sealed to whoever holds the receipt
     */
    record Admitted(Upload upload, byte @Nullable [] lock) {
        @Override
        public String toString() {
            return "Admitted " + upload;
        }
    }

    /** Keeps room for the file and gives its token. */
    Admitted admit(NewUpload wanted, String lane) {
        if (wanted.sealed()) {
            return sealed(wanted, lane);
        }
        Progress.Described file = wanted.described();
        allowance.requireFileOf(file.size());
        try (DerivedIdentity reporter = derive(wanted.receipt(), lane)) {
            return new Admitted(admit(reporter, file, Layout.of(file.size())), null);
        }
    }

    /** The same for a file whose length is known when it has ended. */
    Upload admitUnmeasured(DerivedIdentity reporter, String name, String type) {
        Progress.Described file = new Progress.Described(name, type, Progress.UNKNOWN);
        return admit(reporter, file, Layout.of(Layout.PIECE_BYTES));
    }

    /** The same for a file that is known already. */
    Upload admit(DerivedIdentity reporter, Progress.Described file) {
        return admit(reporter, file, Layout.of(file.size()));
    }

    private Upload admit(DerivedIdentity reporter, Progress.Described file, Layout layout) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            try (OpenedReport opened = access.openToAdd(reporter)) {
                                UUID id = UUID.randomUUID();
                                Recipient to = opened.recipient();
                                Progress start =
                                        Progress.clear(opened.id(), id, to, layout.room(), file);
                                return landing.begin(start, layout, UploadToken.generate());
                            }
                        });
    }

    private Admitted sealed(NewUpload wanted, String lane) {
        Layout layout = wanted.layout();
        UploadToken own = wanted.ownToken();
        if (wanted.lookup() != null) {
            byte[] lookup = lookup(wanted.lookup());
            Recipient reporter = recipient(wanted.recipient());
            return QuarkusTransaction.requiringNew()
                    .call(() -> begin(access.findToAdd(lookup, reporter), layout, own));
        }
        try (DerivedIdentity reporter = derive(wanted.receipt(), lane)) {
            byte[] lookup = reporter.lookupId();
            Recipient to = reporter.identity().recipient();
            return QuarkusTransaction.requiringNew()
                    .call(() -> begin(access.findToAdd(lookup, to), layout, own));
        }
    }

    private Admitted begin(Access.Found found, Layout layout, @Nullable UploadToken own) {
        Upload upload =
                landing.begun(found.report(), own)
                        .orElseGet(() -> begin(found.report(), layout, own));
        return new Admitted(upload, found.lock());
    }

    private Upload begin(UUID report, Layout layout, @Nullable UploadToken own) {
        Progress start = Progress.sealed(report, UUID.randomUUID(), layout);
        return landing.begin(start, layout, own == null ? UploadToken.generate() : own);
    }

    private static byte[] lookup(String encoded) {
        try {
            byte[] lookup = Base64.getUrlDecoder().decode(encoded);
            if (lookup.length == LOOKUP_BYTES) {
                return lookup;
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw new Refusal(Problem.INVALID_REQUEST, new Fault("/lookup", "malformed"));
    }

    private static Recipient recipient(@Nullable String encoded) {
        try {
            return Recipient.parse(encoded == null ? "" : encoded);
        } catch (IllegalArgumentException none) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/recipient", "malformed"));
        }
    }

    /** Who brings this receipt. */
    DerivedIdentity derive(@Nullable String typed, String lane) {
        try (Receipt receipt =
                Receipt.parse(typed == null ? "" : typed)
                        .orElseThrow(() -> new Refusal(Problem.RECEIPT_MALFORMED))) {
            return derivation.ofReceipt(receipt, lane);
        } catch (KdfBusy busy) {
            throw new Refusal(Problem.BUSY, busy.retryAfter());
        }
    }
}

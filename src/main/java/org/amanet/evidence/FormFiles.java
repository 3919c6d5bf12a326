package org.amanet.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.DerivedIdentity;
import org.amanet.sealing.Digests;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;

/**
 * Files of a form that is sent without scripts. They are sealed as they come off the line; no part
 * of one is kept in clear, and one that breaks off is not kept at all.
 */
@ApplicationScoped
class FormFiles {
    private static final String RECEIPT = "receipt";
    private static final int RECEIPT_MAX_BYTES = 200;
    private static final int MEASURED_BYTES = 1024 * 1024;

    private final Admission admission;
    private final Receiving receiving;
    private final Destruction destruction;
    private final Access access;
    private final Exhibits exhibits;

    FormFiles(
            Admission admission,
            Receiving receiving,
            Destruction destruction,
            Access access,
            Exhibits exhibits) {
        this.admission = admission;
        this.receiving = receiving;
        this.destruction = destruction;
        this.access = access;
        this.exhibits = exhibits;
    }

    /** What became of it. */
    enum Outcome {
        ARRIVED,
        NOTHING_CHOSEN,
        TOO_LARGE,
        TOO_MANY
    }

    /**
     * What came, and what is there.
     *
     * @param arrived how many files have come whole with this form
     */
    record Sent(String receipt, Outcome outcome, int arrived, List<Known> files) {
        @Override
        public String toString() {
            return "Sent";
        }
    }

    /** Takes in all files of a form whose first field is the receipt. */
    Sent take(FileItemInputIterator parts, String lane) throws IOException {
        String receipt = receipt(parts);
        try (DerivedIdentity reporter = admission.derive(receipt, lane)) {
            int arrived = 0;
            Outcome outcome = Outcome.NOTHING_CHOSEN;
            try {
                while (parts.hasNext()) {
                    arrived += take(reporter, parts.next()) ? 1 : 0;
                    outcome = arrived > 0 ? Outcome.ARRIVED : Outcome.NOTHING_CHOSEN;
                }
            } catch (Refusal refusal) {
                outcome = outcome(refusal);
            }
            return new Sent(receipt, outcome, arrived, there(reporter));
        }
    }

    private static String receipt(FileItemInputIterator parts) throws IOException {
        FileItemInput first = parts.hasNext() ? parts.next() : null;
        if (first == null || !first.isFormField() || !RECEIPT.equals(first.getFieldName())) {
            throw new Refusal(Problem.RECEIPT_MALFORMED);
        }
        byte[] typed = first.getInputStream().readNBytes(RECEIPT_MAX_BYTES);
        return new String(typed, StandardCharsets.UTF_8);
    }

    private static Outcome outcome(Refusal refusal) {
        if (refusal.problem() != Problem.TOO_LARGE) {
            throw refusal;
        }
        boolean file = refusal.faults().contains(new Fault("/size", "too-large"));
        return file ? Outcome.TOO_LARGE : Outcome.TOO_MANY;
    }

    private boolean take(DerivedIdentity reporter, FileItemInput part) throws IOException {
        if (part.isFormField()) {
            return false;
        }
        String name = shortened(Objects.requireNonNullElse(part.getName(), ""));
        String type = shortened(Objects.requireNonNullElse(part.getContentType(), ""));
        InputStream content = part.getInputStream();
        byte[] start = content.readNBytes(MEASURED_BYTES + 1);
        try {
            if (start.length == 0) {
                return false;
            }
            InputStream whole = new ByteArrayInputStream(start);
            if (start.length <= MEASURED_BYTES) {
                Progress.Described file = new Progress.Described(name, type, start.length);
                receiving.more(admission.admit(reporter, file), new Line(whole));
            } else {
                unmeasured(reporter, name, type, new SequenceInputStream(whole, content));
            }
            return true;
        } finally {
            Digests.wipe(start);
        }
    }

    private void unmeasured(DerivedIdentity reporter, String name, String type, InputStream content)
            throws IOException {
        Upload upload = admission.admitUnmeasured(reporter, name, type);
        boolean whole = false;
        try {
            receiving.all(upload, new PushbackInputStream(content));
            whole = true;
        } finally {
            if (!whole) {
                QuarkusTransaction.requiringNew().run(() -> destruction.destroy(upload.id()));
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > Particulars.NAME_MAX_CHARACTERS
                ? text.substring(text.length() - Particulars.NAME_MAX_CHARACTERS)
                : text;
    }

    private List<Known> there(DerivedIdentity reporter) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            try (OpenedReport opened = access.openWithReceipt(reporter)) {
                                return exhibits.of(opened);
                            }
                        });
    }
}

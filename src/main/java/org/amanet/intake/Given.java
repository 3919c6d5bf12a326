package org.amanet.intake;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Band;
import org.amanet.reports.BandRules;
import org.amanet.reports.Choice;
import org.amanet.reports.Consent;
import org.amanet.sealing.Receipt;

/**
 * What the pages after the form need to know. It travels in their bodies, because the server keeps
 * nothing of it that it could read.
 *
 * @param decoy a second, well-formed code that nobody holds
 * @param danger whether somebody is in danger
 * @param answers whether the reporter wants to be answered
 */
record Given(
        String reference,
        String receipt,
        String decoy,
        Band band,
        boolean danger,
        boolean answers) {
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");

    static Given of(Submission.Accepted accepted, NewReport report) {
        Choice answers = report.consent().get(Consent.Scope.C1);
        try (Receipt decoy = Receipt.generate()) {
            return new Given(
                    accepted.reference(),
                    accepted.receipt(),
                    decoy.grouped(),
                    BandRules.triage(Submission.account(report)).band(),
                    report.danger() == NewReport.Danger.NOW
                            || report.danger() == NewReport.Danger.SOON,
                    answers != null && answers.granted());
        }
    }

    /**
     * Reads back what a page of ours carried.
     *
     * @throws Refusal where it did not come from one
     */
    static Given from(ReportForm form) {
        String reference = form.text("reference");
        Band band =
                Arrays.stream(Band.values())
                        .filter(one -> one.name().equals(form.text("band")))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(Problem.INVALID_REQUEST));
        if (!REFERENCE.matcher(reference).matches()) {
            throw new Refusal(Problem.INVALID_REQUEST);
        }
        return new Given(
                reference,
                code(form.text("receipt")),
                code(form.text("decoy")),
                band,
                form.has("danger", "yes"),
                form.has("answers", "yes"));
    }

    private static String code(String text) {
        try (Receipt receipt =
                Receipt.parse(text).orElseThrow(() -> new Refusal(Problem.RECEIPT_MALFORMED))) {
            return receipt.grouped();
        }
    }

    public List<String> groups() {
        return List.of(receipt.split(" "));
    }

    public List<String> decoyGroups() {
        return List.of(decoy.split(" "));
    }

    /** How soon somebody looks at it, a key of {@link IntakeMessages}. */
    public String soon() {
        return switch (band) {
            case P0 -> "next_p0";
            case P1 -> "next_p1";
            case P2 -> "next_p2";
            case P3, P4 -> "next_p3";
        };
    }

    @Override
    public String toString() {
        return "Given";
    }
}

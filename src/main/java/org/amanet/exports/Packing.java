package org.amanet.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.amanet.audit.Chain;
import org.amanet.audit.Entry;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Randomness;
import org.amanet.sealing.SigningKey;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;

/**
 * Writes the package: one report after the other, each opened, checked at the gate again, written
 * and closed.
 */
@ApplicationScoped
class Packing {
    private static final String README =
            """
            This package holds first accounts that people entrusted to %s.
            It is not a witness statement: nobody was interviewed. Pseudonyms are made for this package alone.
            Each folder holds report.json (the account and its codes), consent.json (what the person allows)
            and custody.csv (who did what, with the hashes of the log). reports.csv is the same in one table.
            Left out unless the person asked for it by name: relatives, and whom the person does not trust.
            To verify: sha512sum -c manifest-sha512.txt; the signature is over tagmanifest-sha512.txt (Ed25519).
            """;

    private final Access access;
    private final ConsentGate gate;
    private final Chain chain;
    private final ObjectMapper json;
    private final ExportConfig config;
    private final Clock clock;

    Packing(
            Access access,
            ConsentGate gate,
            Chain chain,
            ObjectMapper json,
            ExportConfig config,
            Clock clock) {
        this.access = access;
        this.gate = gate;
        this.chain = chain;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
        this.config = config;
        this.clock = clock;
    }

    /** Writes the whole package to this stream, in clear: the stream seals. */
    void write(Export export, List<UUID> reports, Member by, OpenedVault vault, OutputStream out)
            throws IOException {
        List<ExportedReport> rows = new ArrayList<>();
        try (SigningKey key = SigningKey.read(config.signingKey());
                Bag bag = new Bag(out, "amanet-" + export.reference, clock.instant())) {
            bag.add(
                    "README.txt",
                    file -> file.write(bytes(README.formatted(config.organisation()))));
            for (UUID report : reports) {
                try (OpenedReport opened = access.open(report, by, vault)) {
                    rows.add(add(bag, export, opened));
                }
            }
            bag.add("reports.csv", file -> ExportedReport.table(rows, file));
            bag.finish(config.organisation(), export.reference, key);
        }
    }

    private ExportedReport add(Bag bag, Export export, OpenedReport opened) throws IOException {
        ExportedReport exported =
                switch (gate.rule(opened, export.profile, export.memberState)) {
                    case Ruling.Passes passes ->
                            ExportedReport.of(opened, Randomness.reference(), passes.identity());
                    case Ruling.Stays stays ->
                            throw new Refusal(
                                    Problem.CONSENT_MISSING, new Fault("/reports", stays.reason()));
                };
        String folder = "report-" + exported.pseudonym() + "/";
        bag.add(folder + "report.json", file -> file.write(json.writeValueAsBytes(exported)));
        bag.add(
                folder + "consent.json",
                file -> file.write(json.writeValueAsBytes(opened.consent())));
        bag.add(folder + "custody.csv", file -> custody(opened.id(), file));
        return exported;
    }

    /**
     * The log's lines about this report, without names: kinds of people, times, and the hashes to
     * check them by.
     */
    private void custody(UUID report, OutputStream out) throws IOException {
        Sheet sheet = new Sheet(out, List.of("at", "act", "by", "log_entry", "log_hash_sha256"));
        for (Entry entry : chain.about(report)) {
            sheet.row(
                    List.of(
                            entry.at().toString(),
                            entry.happening().act().name(),
                            entry.happening().actor().kind().name(),
                            Long.toString(entry.seq()),
                            Digests.hex(entry.hash())));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

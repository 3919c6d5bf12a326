package org.amanet.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.amanet.evidence.RedactionView;
import org.amanet.evidence.Redactions;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.SigningKey;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;

/**
 * Writes the package: one report after the other, each opened, checked at the gate again, written
 * and closed.
 */
@ApplicationScoped
class Packing {
    private final Access access;
    private final ConsentGate gate;
    private final Custody custody;
    private final Redactions redactions;
    private final ObjectMapper json;
    private final ExportConfig config;
    private final Clock clock;

    Packing(
            Access access,
            ConsentGate gate,
            Custody custody,
            Redactions redactions,
            ObjectMapper json,
            ExportConfig config,
            Clock clock) {
        this.access = access;
        this.gate = gate;
        this.custody = custody;
        this.redactions = redactions;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
        this.config = config;
        this.clock = clock;
    }

    /** Writes the whole package to this stream, in clear: the stream seals. */
    void write(Export export, List<UUID> reports, Member by, OpenedVault vault, OutputStream out)
            throws IOException {
        List<ExportedReport> rows = new ArrayList<>();
        String name = "amanet-" + export.reference;
        try (SigningKey key = SigningKey.read(config.signingKey());
                Bag bag = new Bag(out, name, clock.instant())) {
            String fingerprint = key.verifyingKey().fingerprint();
            bag.add(
                    "README.txt",
                    file -> Leaflet.write(config.organisation(), name, fingerprint, file));
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
        opened.requireWhole();
        IdentityLevel identity =
                switch (gate.rule(opened.consent(), export.profile, export.memberState)) {
                    case Ruling.Passes passes -> passes.identity();
                    case Ruling.Stays stays ->
                            throw new Refusal(
                                    Problem.CONSENT_WITHHELD,
                                    new Fault("/reports", stays.reason().name()));
                };
        List<RedactionView> copies = redactions.inForce(opened);
        ExportedReport exported = ExportedReport.of(opened, identity, Blackened.account(copies));
        ExportedConsent consent = ExportedConsent.of(opened.consent(), export, identity);
        String folder = "report-" + exported.item() + "/";
        bag.add(folder + "report.json", file -> file.write(json.writeValueAsBytes(exported)));
        bag.add(folder + "consent.json", file -> file.write(json.writeValueAsBytes(consent)));
        bag.add(folder + "custody.csv", file -> custody.write(opened.id(), export, identity, file));
        Blackened.add(bag, folder, redactions, opened, copies);
        return exported;
    }
}

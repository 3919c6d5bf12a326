package org.amanet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.staff.Colleague;
import org.amanet.staff.Offline;
import org.amanet.testing.Case;
import org.amanet.testing.Edits;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another recovery key: every report is sealed to it before what the old one holds is gone. */
class RecoveryKeyIT {
    private static final Stack STACK = Stack.shared();
    private static final Rows ROWS = new Rows(STACK);

    @TempDir private Path folder;

    private Map<String, String> founded() throws IOException {
        Offline.run("", "found", folder.toString());
        Properties made = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("deployment.properties"))) {
            made.load(reader);
        }
        Properties old = new Properties();
        Path before = STACK.folder().resolve("keys/deployment.properties");
        try (var reader = Files.newBufferedReader(before)) {
            old.load(reader);
        }
        return Map.of(
                "amanet.staff.recovery-recipient",
                made.getProperty("amanet.staff.recovery-recipient"),
                "amanet.staff.root-key",
                made.getProperty("amanet.staff.root-key"),
                "amanet.staff.former-root-keys",
                old.getProperty("amanet.staff.root-key"));
    }

    private static long held(String holder, Case report) {
        return ROWS.count(
                "select count(*) from report_grant where holder::text = ? and report::text = ?",
                "00000000-0000-0000-0000-00000000000" + holder,
                report.id());
    }

    @Test
    void everyReportIsSealedToTheNewOneBeforeTheOldOneGoes() throws IOException {
        Colleague lead = Colleague.lead(STACK, "recovery-key-lead");
        List<Case> reports =
                List.of(
                        Case.of(STACK, Reports.whole("First of two.", "A father", "DE")),
                        Case.of(STACK, Reports.whole("Second of two.", "A mother", "DE")));
        try (Edits.Kept vouching =
                        new Edits(STACK).keep("vouching", "member", lead.id().toString());
                Service server = STACK.replica(founded())) {
            Session there = STACK.unlockedAt(server, lead.name());
            JsonNode begun =
                    there.post(Ceremony.ALL, Map.of("kind", "RECOVERY_KEY")).require(201).json();
            new Edits(STACK)
                    .run(
                            "delete from ceremony_report where ceremony = '%s'"
                                    + " and report not in ('%s', '%s')",
                            begun.path("id").asText(),
                            reports.getFirst().id(),
                            reports.getLast().id());
            Ceremony.assertOpens(there, reports); // the old root still stands for the lead
            JsonNode end = Ceremony.finish(there, Ceremony.path(begun));
            assertEquals("ENDED", end.path("stage").asText());
            for (Case report : reports) {
                assertEquals(2, held("2", report));
                assertEquals(0, held("3", report));
            }
            opensOffline(there, server, lead, reports.getFirst());
        }
    }

    /** The new key recovers what the old one does not open any more. */
    private void opensOffline(Session there, Service server, Colleague lead, Case report)
            throws IOException {
        String vouching = lead.path() + "/vouching";
        String statement = ROWS.text("select statement from vouching where member = ?", lead.id());
        String key = folder.resolve("recovery.key").toString();
        String signature = Offline.run("", "vouch", key, statement).strip();
        there.post(vouching, Map.of("signature", signature)).require(204);
        String reference =
                ROWS.text("select reference from report where id::text = ?", report.id());
        Map<String, Object> wish = Map.of("kind", "DRILL", "report", reference);
        String path = Ceremony.path(there.post(Ceremony.ALL, wish).require(201).json());
        STACK.unlockedAt(server, "lead").post(path + "/approval", "{}").require(200);
        Path sent = folder.resolve("sent.txt");
        Files.writeString(sent, there.get(path + "/file").require(200).text());
        String fingerprint =
                there.get("/api/v1/staff/me").json().at("/member/fingerprint").asText();
        Offline.run(fingerprint.substring(30) + "\n", "recover", key, sent.toString());
        String back = Files.readString(folder.resolve("sent.txt.sealed"));
        there.put(path + "/file", Map.of("file", back)).require(200);
        Ceremony.assertOpens(there, List.of(report));
    }
}

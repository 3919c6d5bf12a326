package org.amanet.exports;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.amanet.reports.Band;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.Question;
import org.amanet.reports.Residence;
import org.amanet.reports.Suspect;
import org.amanet.reports.Trace;
import org.amanet.schemas.PublishedSchema;
import org.amanet.schemas.RecordSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of report.json and the record that writes it are the same thing. */
class ExportedReportSchemaTest {
    private final PublishedSchema published =
            PublishedSchema.of(
                    "exported-report.schema.json",
                    RecordSchema.of(
                            ExportedReport.class,
                            RecordSchema.Use.WRITTEN,
                            "urn:amanet:schema:exported-report:1",
                            "report.json of a package"));

    private static ObjectNode written(IdentityLevel identity) {
        boolean anonymous = identity == IdentityLevel.ANONYMOUS;
        var report =
                new ExportedReport(
                        "A-1",
                        "First account, not a witness statement.",
                        identity,
                        anonymous ? null : "P-1",
                        anonymous ? "2026-11-24" : "2026-11-24T08:00:00Z",
                        "ug",
                        anonymous ? null : "DE",
                        "ABOUT",
                        anonymous ? null : "last winter",
                        anonymous ? null : Residence.PROTECTED,
                        "SOON",
                        Band.P1,
                        "They called my mother.",
                        1,
                        List.of("DEM.INFORM"),
                        List.of(),
                        List.of("CHN.WECHAT"),
                        List.of(
                                new Suspect(
                                        "ACT.PRC",
                                        null,
                                        List.of(new Trace("SEL.TEL", "+86 991")),
                                        anonymous ? null : "a quiet voice")),
                        List.of("EVD.VOICE"),
                        List.of(
                                new ExportedReport.Later(
                                        Question.WHERE,
                                        List.of("SE"),
                                        null,
                                        null,
                                        anonymous ? null : "2026-11-25T09:00:00Z")),
                        List.of("relatives"));
        return new ObjectMapper().valueToTree(report);
    }

    @Test
    void whatIsWrittenIsValid() {
        for (IdentityLevel identity : IdentityLevel.values()) {
            assertTrue(published.accepts(written(identity)), identity.name());
        }
    }

    @Test
    void everyMemberMustStand() {
        written(IdentityLevel.PSEUDONYM)
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            var report = written(IdentityLevel.PSEUDONYM);
                            report.remove(name);
                            assertFalse(published.accepts(report), "without " + name);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"item", "statement", "received", "language", "danger", "band", "account"})
    void whatIsNeverEmptyIsNeverNull(String name) {
        var report = written(IdentityLevel.PSEUDONYM);
        report.putNull(name);
        assertFalse(published.accepts(report));
    }

    @Test
    void nothingElseLeaves() {
        var report = written(IdentityLevel.PSEUDONYM);
        report.put("relatives", "a name");
        assertFalse(published.accepts(report));
    }

    @Test
    void bandsAndIdentitiesAreOurs() {
        var band = written(IdentityLevel.PSEUDONYM);
        band.put("band", "P9");
        assertFalse(published.accepts(band));
        var identity = written(IdentityLevel.PSEUDONYM);
        identity.put("identity", "FAMOUS");
        assertFalse(published.accepts(identity));
    }
}

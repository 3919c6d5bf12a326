package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.amanet.codes.Codes;
import org.amanet.schemas.PublishedSchema;
import org.amanet.schemas.RecordSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The published schema of a report and what the service takes in are the same thing. */
class ReportSchemaTest {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = VALIDATORS.getValidator();

    private final PublishedSchema published = PublishedSchema.of("report.schema.json", made());

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    private static ObjectNode made() {
        var schema =
                RecordSchema.of(
                        NewReport.class,
                        RecordSchema.Use.SENT,
                        "urn:amanet:schema:report:1",
                        "What POST /api/v1/reports takes");
        // What isConsentToKeep asks: C0 is there, and it is a yes.
        var consent = (ObjectNode) schema.at("/properties/consent");
        consent.putArray("required").add("C0");
        var yes = JsonNodeFactory.instance.objectNode();
        yes.putObject("properties").putObject("granted").put("const", true);
        yes.putArray("required").add("granted");
        var choice = consent.withObject("/properties").get("C0");
        consent.withObject("/properties").putObject("C0").putArray("allOf").add(choice).add(yes);
        // What isTold asks: words, or something to show.
        var words = JsonNodeFactory.instance.objectNode();
        words.putObject("properties").putObject("account").put("pattern", "\\S");
        var files = JsonNodeFactory.instance.objectNode();
        files.putObject("properties").putObject("evidence").put("minItems", 1);
        files.putArray("required").add("evidence");
        schema.putArray("anyOf").add(words).add(files);
        // What isConsentNamed asks: a yes for somebody says for whom.
        named(consent, "C3", "name").put("pattern", "\\S");
        named(consent, "C4", "country");
        named(consent, "C5", "country");
        return schema;
    }

    private static ObjectNode named(ObjectNode consent, String scope, String member) {
        var scopes = consent.withObject("/properties");
        var choice = scopes.get(scope);
        var rule = JsonNodeFactory.instance.objectNode();
        var yes = rule.putObject("if");
        yes.putObject("properties").putObject("granted").put("const", true);
        yes.putArray("required").add("granted");
        var then = rule.putObject("then");
        then.putArray("required").add(member);
        scopes.putObject(scope).putArray("allOf").add(choice).add(rule);
        return then.putObject("properties").putObject(member).put("type", "string");
    }

    private static ObjectNode valid() {
        var report = JsonNodeFactory.instance.objectNode();
        report.put("language", "ug");
        report.put("danger", "NO");
        report.put("account", "They called my mother and asked where I live.");
        report.putArray("demands").add("DEM.INFORM");
        report.putArray("exclude").add("6f1c1f0e-4a39-4d5b-9a37-0d3c8f7f1a11");
        report.putObject("when").put("kind", "ABOUT").put("about", "last winter");
        report.put("where", "DE");
        report.putNull("relatives");
        report.putObject("consent").putObject("C0").put("granted", true);
        return report;
    }

    /** Every limit, once just kept and once just broken. */
    private static final Map<String, Consumer<ObjectNode>> KEPT = new LinkedHashMap<>();

    private static final Map<String, Consumer<ObjectNode>> BROKEN = new LinkedHashMap<>();

    private static final Map<String, String> LISTS =
            Map.of(
                    "demands",
                    "DEM",
                    "means",
                    "MEA",
                    "channels",
                    "CHN",
                    "urgency",
                    "URG",
                    "evidence",
                    "EVD",
                    "wishes",
                    "SUP");

    static {
        length("account", NewReport.ACCOUNT_MAX_CHARACTERS);
        length("relatives", NewReport.TEXT_MAX_CHARACTERS);
        length("excludeText", NewReport.TEXT_MAX_CHARACTERS);
        length("desk", 60);
        length("insiderAt", 60);
        for (var list : LISTS.entrySet()) {
            var name = list.getKey();
            var code = list.getValue() + ".A";
            KEPT.put(name + " 50", report -> codes(report, name, code, 50));
            BROKEN.put(name + " 51", report -> codes(report, name, code, 51));
            KEPT.put(name + " longest", report -> codes(report, name, longest(code, 40), 1));
            BROKEN.put(name + " too long", report -> codes(report, name, longest(code, 41), 1));
            BROKEN.put(name + " no code", report -> codes(report, name, "something", 1));
            BROKEN.put(name + " of another list", report -> codes(report, name, "SEL.PHONE", 1));
            BROKEN.put(name + " null", report -> report.putArray(name).addNull());
        }
        KEPT.put("a blank account with files", report -> files(report).put("account", " "));
        BROKEN.put("no account with files", report -> files(report).remove("account"));
        KEPT.put("ten who may be behind it", report -> suspects(report, 10));
        BROKEN.put("eleven who may be behind it", report -> suspects(report, 11));
        KEPT.put("somebody unknown", report -> report.putArray("suspects").addObject());
        BROKEN.put(
                "an actor of another list",
                report -> report.putArray("suspects").addObject().put("actor", "DEM.INFORM"));
        BROKEN.put(
                "a trace of nothing",
                report ->
                        report.putArray("suspects")
                                .addObject()
                                .putArray("traces")
                                .addObject()
                                .put("type", "SEL.TEL")
                                .put("value", " "));
        KEPT.put("as a refugee", report -> report.put("residence", "PROTECTED"));
        BROKEN.put("as something else", report -> report.put("residence", "FAMOUS"));
        KEPT.put("contact", report -> contact(report, "CALL", 500));
        BROKEN.put("contact too long", report -> contact(report, "CALL", 501));
        BROKEN.put("contact unknown", report -> contact(report, "SING", 5));
        KEPT.put(
                "for a court of later years",
                report -> allowed(report, "C10").put("review", "FIVE_YEARS"));
        BROKEN.put("for ever", report -> allowed(report, "C10").put("review", "NEVER"));
        KEPT.put(
                "only what must be",
                report -> report.retain("language", "danger", "account", "consent"));
        KEPT.put("script in the language", report -> report.put("language", "ug-Cyrl-KZ"));
        KEPT.put(
                "all consents",
                report ->
                        report.withObject("/consent")
                                .putObject("C4")
                                .put("granted", false)
                                .put("country", "DE")
                                .put("identity", "PSEUDONYM"));
        KEPT.put("police of a country", report -> allowed(report, "C4").put("country", "DE"));
        KEPT.put("a named lawyer", report -> allowed(report, "C3").put("name", "my lawyer"));
        BROKEN.put("police of no country", report -> allowed(report, "C4"));
        BROKEN.put("service of null", report -> allowed(report, "C5").putNull("country"));
        BROKEN.put("an unnamed lawyer", report -> allowed(report, "C3"));
        BROKEN.put("a blank lawyer", report -> allowed(report, "C3").put("name", " "));
        BROKEN.put("no language", report -> report.remove("language"));
        BROKEN.put("language with a blank", report -> report.put("language", "ug en"));
        BROKEN.put("language too long", report -> report.put("language", "en-Latn-GB-x1"));
        BROKEN.put("no danger", report -> report.remove("danger"));
        BROKEN.put("unknown danger", report -> report.put("danger", "PERHAPS"));
        BROKEN.put("no account", report -> report.remove("account"));
        BROKEN.put("blank account", report -> report.put("account", " \n "));
        BROKEN.put("account null", report -> report.putNull("account"));
        BROKEN.put("unknown member", report -> report.put("name", "somebody"));
        BROKEN.put("place in words", report -> report.put("where", "Germany"));
        BROKEN.put("place in small letters", report -> report.put("where", "de"));
        BROKEN.put("when without kind", report -> report.putObject("when").put("about", "x"));
        BROKEN.put(
                "when too long",
                report -> report.withObject("/when").put("about", "x".repeat(201)));
        BROKEN.put("no uuid", report -> report.putArray("exclude").add("somebody"));
        BROKEN.put("no consent", report -> report.remove("consent"));
        BROKEN.put("consent empty", report -> report.putObject("consent"));
        BROKEN.put("consent no", report -> report.withObject("/consent/C0").put("granted", false));
        BROKEN.put("consent unsaid", report -> report.withObject("/consent").putObject("C0"));
        BROKEN.put(
                "unknown consent",
                report -> report.withObject("/consent").putObject("C99").put("granted", true));
        BROKEN.put(
                "country of a consent",
                report -> report.withObject("/consent/C0").put("country", "Germany"));
        BROKEN.put(
                "name too long",
                report -> report.withObject("/consent/C0").put("name", "x".repeat(201)));
        BROKEN.put(
                "unknown identity",
                report -> report.withObject("/consent/C0").put("identity", "FAMOUS"));
    }

    private static ObjectNode files(ObjectNode report) {
        report.putArray("evidence").add("EVD.VOICE");
        return report;
    }

    private static void suspects(ObjectNode report, int times) {
        var suspects = report.putArray("suspects");
        for (int i = 0; i < times; i++) {
            suspects.addObject().put("actor", "ACT.PRC").put("basis", "ATT.KNOWN");
        }
    }

    private static void contact(ObjectNode report, String never, int length) {
        report.putObject("contact").put("way", "x".repeat(length)).putArray("never").add(never);
    }

    private static ObjectNode allowed(ObjectNode report, String scope) {
        return report.withObject("/consent").putObject(scope).put("granted", true);
    }

    private static void length(String member, int max) {
        KEPT.put(member + " longest", report -> report.put(member, "x".repeat(max)));
        BROKEN.put(member + " too long", report -> report.put(member, "x".repeat(max + 1)));
    }

    private static String longest(String code, int length) {
        return code + "A".repeat(length - code.length());
    }

    private static void codes(ObjectNode report, String list, String code, int times) {
        ArrayNode codes = report.putArray(list);
        for (int i = 0; i < times; i++) {
            codes.add(code);
        }
    }

    @Test
    void validReportIsAccepted() {
        assertTrue(published.accepts(valid()));
        assertTrue(isTaken(valid()));
    }

    @Test
    void limitsThatAreKept() {
        KEPT.forEach(
                (name, change) -> {
                    var report = valid();
                    change.accept(report);
                    assertTrue(isTaken(report), name + " is refused by the service");
                    assertTrue(published.accepts(report), name + " is refused by the schema");
                });
    }

    @Test
    void limitsThatAreBroken() {
        BROKEN.forEach(
                (name, change) -> {
                    var report = valid();
                    change.accept(report);
                    assertFalse(isTaken(report), name + " is taken by the service");
                    assertFalse(published.accepts(report), name + " is accepted by the schema");
                });
    }

    @Test
    void everyCodeInUseFitsItsPattern() {
        var codes = new Codes();
        LISTS.forEach(
                (member, list) ->
                        codes.list(list)
                                .codes()
                                .forEach(
                                        code -> {
                                            var report = valid();
                                            codes(report, member, code.code(), 1);
                                            assertTrue(published.accepts(report), code.code());
                                        }));
    }

    @Test
    void everyMemberOfTheRecordIsInTheSchema() {
        assertEquals(NewReport.class.getRecordComponents().length, made().at("/properties").size());
    }

    /** What the service does with a body: reads it, and asks Bean Validation. */
    private static boolean isTaken(ObjectNode document) {
        try {
            var report = MAPPER.treeToValue(document, NewReport.class);
            return VALIDATOR.validate(report).isEmpty();
        } catch (JsonProcessingException unreadable) {
            return false;
        }
    }
}

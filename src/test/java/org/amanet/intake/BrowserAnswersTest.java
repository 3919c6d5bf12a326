package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.amanet.languages.Language;
import org.amanet.reports.Account;
import org.amanet.reports.BandRules;
import org.amanet.reports.Consent;
import org.amanet.reports.ConsentWording;
import org.amanet.testing.Script;
import org.junit.jupiter.api.Test;

/** The browser reads the form as we read it: the same contents, the same band, the same gaps. */
class BrowserAnswersTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private static final Instant HOUR = Instant.parse("2026-11-25T10:00:00Z");
    private static final Random RANDOM = new Random(20261125);
    private static final int FORMS = 150;

    /** What may stand in each field; an empty text is a field that was left empty. */
    private static final Map<String, List<String>> POSSIBLE = new LinkedHashMap<>();

    static {
        may("danger", "NOW", "SOON", "NO", "UNSURE");
        may("account", "", "  ", "Short.", "They called\r\nmy mother and said her name.");
        may("files", "yes");
        may("demands", "DEM.INFORM", "DEM.UNK", "DEM.RETURN");
        may("means", "MEA.CALL", "MEA.UNK");
        may("channels", "CHN.WECHAT");
        may("when", "TODAY", "WEEK", "ABOUT", "ONGOING", "UNSURE");
        may("about", "", "in the spring");
        may("where", "", "DE", "ZZ");
        may("routeByCountry", "yes");
        may("residence", "", "CITIZEN", "WITHOUT_PAPERS");
        may("actor-0", "ACT.UNK", "ACT.INSIDER", "ACT.INSIDER.HELPER", "ACT.POLICE");
        may("basis-0", "", "ATT.SEEN");
        may("phone-0", "", " 123 ");
        may("words-0", "", "tall");
        may("name-3", "", "somebody");
        may("relatives", "", "a brother");
        may("evidence", "EVD.PHOTO");
        may(
                "urgency",
                "URG.NONE",
                "URG.UNK",
                "URG.DEV.COMPROMISED",
                "URG.LIFE.LOCATION_KNOWN",
                "URG.RETURN.DATE_7D",
                "URG.FAM.DETAINED_30D");
        may("wishes", "SUP.RECORD_ONLY", "SUP.MEDIA_NO", "SUP.LAWYER");
        may("desk", "", "north");
        may("exclude", UUID.nameUUIDFromBytes(new byte[1]).toString());
        may("excludeText", "", "the cousin");
        may("insider", "yes");
        may("insiderAt", "elsewhere", "north");
        may("consent", "C0", "C1", "C3", "C4", "C5", "C6", "C7", "C9", "C10");
        may("C3-name", "", "a lawyer");
        may("C4-country", "", "DE");
        may("C4-identity", "ANONYMOUS", "IDENTITY");
        may("C5-country", "", "SE");
        may("C7-identity", "PSEUDONYM", "IDENTITY");
        may("C10-review", "YEAR", "TEN_YEARS");
        may("contact-times", "", "mornings");
        may("contact-never", "CALL", "VISIT");
        may("contact-words", "");
        may("contact-way", "", "by letter");
    }

    private static void may(String name, String... values) {
        POSSIBLE.put(name, List.of(values));
    }

    private static Map<String, List<String>> form() {
        Map<String, List<String>> form = new LinkedHashMap<>();
        POSSIBLE.forEach(
                (name, values) -> {
                    List<String> some =
                            values.stream().filter(value -> RANDOM.nextInt(3) == 0).toList();
                    boolean many =
                            List.of("demands", "urgency", "wishes", "consent").contains(name);
                    if (!some.isEmpty()) {
                        form.put(name, many ? some : List.of(some.getFirst()));
                    }
                });
        return form;
    }

    private static List<Map<String, List<String>>> forms() {
        List<Map<String, List<String>>> forms = new ArrayList<>();
        for (int i = 0; i < FORMS; i++) {
            forms.add(form());
        }
        return forms;
    }

    @Test
    void theContentsAreTheSame() throws Exception {
        String wording = ConsentWording.hashIn("en");
        Map<String, Object> page =
                Map.of("language", "en", "wording", wording, "now", HOUR.toEpochMilli() + 1234567);
        List<Map<String, List<String>>> forms = new ArrayList<>(forms());
        forms.forEach(form -> form.putIfAbsent("danger", List.of("NO")));
        Script script = new Script();
        forms.forEach(form -> script.then("contents", form, page));
        List<JsonNode> theirs = script.run();
        for (int i = 0; i < forms.size(); i++) {
            NewReport report = new ReportForm(forms.get(i)).report(Language.EN);
            Account account = Submission.account(report);
            JsonNode value = theirs.get(i).path("value");
            assertTrue(!value.isMissingNode(), theirs.get(i).toString());
            assertEquals(
                    tree(account),
                    tree(JSON.treeToValue(value.path("account"), Account.class)),
                    forms.get(i).toString());
            assertEquals(
                    tree(BandRules.triage(account)), value.path("triage"), forms.get(i).toString());
            Consent consent = Consent.of(report.consent(), "en", HOUR);
            assertEquals(tree(consent), value.path("consent"), forms.get(i).toString());
            assertEquals(report.relatives(), value.path("relatives").asText(null), "relatives");
        }
    }

    private static JsonNode tree(Object value) throws Exception {
        return JSON.readTree(JSON.writeValueAsBytes(value));
    }

    @Test
    void theGapsAreTheSame() {
        List<Map<String, List<String>>> forms = new ArrayList<>(forms());
        Map<String, List<String>> wordy = form();
        wordy.put("account", List.of("a".repeat(20_001)));
        wordy.put("about", List.of("a".repeat(201)));
        wordy.put("relatives", List.of("a".repeat(5_001)));
        wordy.put("excludeText", List.of("a".repeat(5_001)));
        wordy.put("words-0", List.of("a".repeat(1_001)));
        wordy.put("contact-way", List.of("a".repeat(501)));
        wordy.put("consent", List.of("C0", "C3"));
        wordy.put("C3-name", List.of("a".repeat(201)));
        forms.add(wordy);
        Script script = new Script();
        forms.forEach(form -> script.then("missed", form));
        List<JsonNode> theirs = script.run();
        try (var factory = jakarta.validation.Validation.buildDefaultValidatorFactory()) {
            FormCheck check = new FormCheck(factory.getValidator());
            for (int i = 0; i < forms.size(); i++) {
                ReportForm form = new ReportForm(forms.get(i));
                List<String> ours =
                        check.missed(form, form.report(Language.EN)).stream()
                                .map(one -> one.step() + " " + one.field() + " " + one.key())
                                .toList();
                List<String> said = new ArrayList<>();
                for (JsonNode one : theirs.get(i).path("value")) {
                    said.add(
                            one.path("screen").asText()
                                    + " "
                                    + one.path("field").asText()
                                    + " "
                                    + one.path("key").asText());
                }
                assertEquals(ours, said, forms.get(i).toString());
            }
        }
    }
}

package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.amanet.languages.Language;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Band;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.Consent.Scope;
import org.amanet.reports.ConsentRow;
import org.amanet.reports.SafeContact;
import org.amanet.reports.Suspect;
import org.amanet.reports.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the form makes of what was typed, and what it says is missing. */
class FormCheckTest {
    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

    private final FormCheck check = new FormCheck(VALIDATORS.getValidator());
    private final Map<String, List<String>> typed = new HashMap<>();

    FormCheckTest() {
        typed.put("danger", List.of("UNSURE"));
        typed.put("account", List.of("They called my mother."));
        typed.put("consent", List.of("C0"));
    }

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    private List<String> missed() {
        ReportForm form = new ReportForm(typed);
        return check.missed(form, form.report(Language.EN)).stream()
                .map(one -> one.field() + " " + one.key())
                .toList();
    }

    private NewReport report() {
        return new ReportForm(typed).report(Language.UG);
    }

    @Test
    void threeAnswersAreEnough() {
        assertEquals(List.of(), missed());
        assertEquals("ug", report().language());
        assertEquals(NewReport.Danger.UNSURE, report().danger());
    }

    @Test
    void theThreeAreAskedForInTheirOrder() {
        typed.clear();
        assertEquals(
                List.of(
                        "danger-NOW missed_danger",
                        "account missed_account",
                        "consent-C0 missed_keep"),
                missed());
    }

    @Test
    void theConsentThatIsNeededIsAskedForBeforeItsDetails() {
        typed.put("consent", List.of("C5", "C3"));
        assertEquals(
                List.of(
                        "consent-C0 missed_keep",
                        "C3-name missed_name",
                        "C5-country missed_country_service"),
                missed());
    }

    @Test
    void whatIsTooLongIsNamedWhereItStands() {
        typed.put("account", List.of("x".repeat(20_001)));
        typed.put("about", List.of("x".repeat(201)));
        typed.put("relatives", List.of("x".repeat(5_001)));
        typed.put("excludeText", List.of("x".repeat(5_001)));
        typed.put("consent", List.of("C0", "C3"));
        typed.put("C3-name", List.of("x".repeat(201)));
        assertEquals(
                List.of(
                        "account missed_account_long",
                        "about missed_when",
                        "relatives missed_relatives",
                        "excludeText missed_exclude_text",
                        "C3-name missed_long"),
                missed());
    }

    @Test
    void aLineEndCountsAsTheOneCharacterThatWasTyped() {
        typed.put("account", List.of("x\r\n".repeat(10_000)));
        assertEquals(List.of(), missed());
        assertEquals("x\n".repeat(10_000), report().account());
    }

    @Test
    void aYesForSomebodySaysForWhom() {
        typed.put("consent", List.of("C0", "C3", "C4", "C5", "C8", "C9"));
        typed.put("C3-name", List.of("  "));
        assertEquals(
                List.of(
                        "C3-name missed_name",
                        "C4-country missed_country_police",
                        "C5-country missed_country_service"),
                missed());
    }

    @Test
    void whatIsNotTickedIsANoWhateverStandsBesideIt() {
        typed.put("C4-country", List.of("DE"));
        typed.put("C4-identity", List.of("IDENTITY"));
        assertEquals(Set.of(Scope.C0), report().consent().keySet());
    }

    @Test
    void theMostCarefulLevelStandsUntilAnotherIsChosen() {
        typed.put("consent", List.of("C0", "C4", "C6", "C7", "C8"));
        typed.put("C4-country", List.of("DE"));
        typed.put("C7-identity", List.of("ANONYMOUS"));
        typed.put("C8-identity", List.of("PSEUDONYM"));
        var consent = report().consent();
        assertEquals(IdentityLevel.ANONYMOUS, consent.get(Scope.C4).identity());
        assertEquals(IdentityLevel.IDENTITY, consent.get(Scope.C6).identity());
        assertEquals(IdentityLevel.PSEUDONYM, consent.get(Scope.C7).identity());
        assertEquals(IdentityLevel.PSEUDONYM, consent.get(Scope.C8).identity());
        assertEquals(null, consent.get(Scope.C0).identity());
    }

    @Test
    void wordsForTheTimeCountWithoutATap() {
        typed.put("about", List.of("last spring"));
        assertEquals(NewReport.When.Kind.ABOUT, report().when().kind());
        typed.remove("about");
        typed.put("when", List.of("UNSURE"));
        assertEquals(null, report().when());
    }

    @Test
    void somebodyToLeaveOutIsNeverPassedOver() {
        typed.put("exclude", List.of("somebody"));
        Refusal refusal = assertThrows(Refusal.class, this::report);
        assertEquals(
                List.of(new Missed(Step.WHO, "who-leave", "missed_exclude")),
                check.missed(refusal.faults()));
    }

    @Test
    void whoeverHasSomethingToShowNeedNotWrite() {
        typed.put("account", List.of(" "));
        assertEquals(List.of("account missed_account"), missed());
        typed.put("files", List.of("yes"));
        assertEquals(List.of(), missed());
        assertEquals(List.of("EVD.UNK"), report().evidence());
        typed.put("evidence", List.of("EVD.VOICE"));
        assertEquals(List.of("EVD.VOICE"), report().evidence());
    }

    @Test
    void onlyRowsInWhichSomethingStandsAreSomebody() {
        typed.put("rows", List.of("4"));
        typed.put("phone-1", List.of(" +86 991 000 "));
        typed.put("actor-3", List.of("ACT.PRC"));
        typed.put("words-3", List.of("a quiet voice\r\nfrom the south"));
        assertEquals(
                List.of(
                        new Suspect(null, null, List.of(new Trace("SEL.TEL", "+86 991 000")), null),
                        new Suspect(
                                "ACT.PRC", "ATT.UNK", List.of(), "a quiet voice\nfrom the south")),
                report().suspects());
        typed.put("car-0", List.of("x".repeat(201)));
        assertEquals(List.of("actors missed_suspects"), missed());
    }

    @Test
    void namingSomebodyInsideIsSayingThatSomebodyIsInvolved() {
        typed.put("actor-0", List.of("ACT.INSIDER"));
        assertTrue(report().insider());
        assertEquals(NewReport.ELSEWHERE, report().insiderAt());
    }

    @Test
    void howToBeReachedIsKeptToItsLength() {
        typed.put("contact-never", List.of("CALL", "SING"));
        typed.put("contact-way", List.of("x".repeat(500)));
        assertEquals(List.of(), missed());
        assertEquals(List.of(SafeContact.Never.CALL), report().contact().never());
        typed.put("contact-way", List.of("x".repeat(501)));
        assertEquals(List.of("contact-times missed_contact"), missed());
    }

    @Test
    void aScreenCarriesWhatStandsOnTheOthers() {
        typed.put("key", List.of("k"));
        typed.put("at", List.of("STORY"));
        typed.put("C4-country", List.of("DE"));
        typed.put("phone-1", List.of("1"));
        for (Step step : Step.values()) {
            List<String> carried =
                    new ReportForm(typed)
                            .carried(step).stream().map(ReportForm.Field::name).toList();
            assertFalse(carried.contains("key") || carried.contains("at"), step.name());
            assertEquals(step != Step.MAY, carried.contains("C4-country"), step.name());
            assertEquals(step != Step.MAY, carried.contains("consent"), step.name());
            assertEquals(step != Step.ACTORS, carried.contains("phone-1"), step.name());
            assertEquals(step != Step.STORY, carried.contains("account"), step.name());
        }
    }

    @Test
    void placeOfTheInsiderCountsOnlyWithTheTick() {
        typed.put("insiderAt", List.of("north"));
        assertEquals(null, report().insiderAt());
        typed.put("insider", List.of("yes"));
        assertEquals("north", report().insiderAt());
        typed.remove("insiderAt");
        assertEquals(NewReport.ELSEWHERE, report().insiderAt());
    }

    /** Keys that are put together while running: the build does not see when a text is missing. */
    @Test
    void everyKeyThatIsMadeHasItsText() throws IOException {
        List<String> intake = new ArrayList<>();
        for (Problem problem : Problem.values()) {
            intake.add(No.because(problem, List.of()).key());
        }
        for (Band band : Band.values()) {
            intake.add(new Given("", "", "", band, false, false).soon());
        }
        Stream.of(
                        "account",
                        "demands",
                        "means",
                        "channels",
                        "when",
                        "where",
                        "relatives",
                        "suspects",
                        "evidence",
                        "wishes",
                        "contact",
                        "told",
                        "urgency",
                        "desk",
                        "insiderAt",
                        "exclude",
                        "excludeText",
                        "language",
                        "")
                .flatMap(part -> check.missed(List.of(new Fault("/" + part, "x"))).stream())
                .map(Missed::key)
                .forEach(intake::add);
        List<String> questions = Step.questions().stream().map(Step::title).toList();
        List<String> consent = new ArrayList<>();
        for (ConsentRow row : ConsentRow.ALL) {
            consent.add(row.label());
            if (row.explained()) {
                consent.add(row.detail());
            }
        }
        assertEquals(Scope.values().length, ConsentRow.ALL.size());
        for (Language language : Language.offered()) {
            assertTrue(texts("intake", language).keySet().containsAll(intake), language.tag());
            assertTrue(
                    texts("questions", language).keySet().containsAll(questions), language.tag());
            assertTrue(texts("consent", language).keySet().containsAll(consent), language.tag());
        }
    }

    private static Properties texts(String bundle, Language language) throws IOException {
        Path file =
                Path.of(
                        "src/main/resources/messages",
                        bundle + "_" + language.tag() + ".properties");
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}

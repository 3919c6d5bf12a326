package org.amanet.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.amanet.languages.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {
    /** The contract with every client: a line may be added here, and none is ever changed. */
    private static final String CONTRACT =
            """
            busy 503
            cannot-be-shown 422
            conflict 409
            consent-missing 422
            consent-withheld 422
            exclusion-unchecked 409
            export-not-ready 409
            forbidden 403
            foreign-origin 403
            idempotency-key-missing 400
            idempotency-key-reused 422
            illegal-transition 409
            internal 500
            invalid-request 400
            key-missing 409
            last-holder 409
            lost-update 409
            member-excluded 409
            method-not-allowed 405
            nobody-could-read 422
            not-acceptable 406
            not-found 404
            not-vouched 403
            precondition-failed 412
            precondition-required 428
            proof-wanted 429
            reading-too-much 429
            receipt-malformed 400
            report-closed 409
            seal-broken 409
            second-person-needed 403
            self-approval 403
            too-large 413
            too-many-requests 429
            unauthenticated 401
            unavailable 503
            unreadable-json 400
            unsupported-media-type 415
            vault-locked 403
            vault-not-enrolled 403
            vault-refused 403
            weak-passphrase 422
            """;

    @Test
    void namesAndStatusesNeverChange() {
        String actual =
                Arrays.stream(Problem.values())
                        .map(problem -> problem.slug() + " " + problem.status())
                        .sorted()
                        .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(CONTRACT, actual);
    }

    private static Properties texts(Language language) throws Exception {
        String file = "/messages/problems_" + language.tag() + ".properties";
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(ProblemTest.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("org.amanet.languages.Language#offered")
    void everyProblemHasATitleAndAWayOnAndNoTextIsLeftOver(Language language) throws Exception {
        Set<String> wanted = new TreeSet<>();
        for (Problem problem : Problem.values()) {
            wanted.add(problem.titleKey());
            wanted.add(problem.detailKey());
        }
        assertEquals(wanted, new TreeSet<>(texts(language).stringPropertyNames()));
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyProblemIsSaidInEveryLanguageOnItsOwn(Problem problem) throws Exception {
        for (Language one : Language.offered()) {
            for (Language other : Language.offered()) {
                if (one != other) {
                    assertNotEquals(
                            texts(one).getProperty(problem.detailKey()),
                            texts(other).getProperty(problem.detailKey()));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void aProblemIsFoundByItsSlug(Problem problem) {
        assertEquals(Optional.of(problem), Problem.ofSlug(problem.slug()));
        assertTrue(problem.slug().matches("[a-z]+(-[a-z]+)*"), problem.slug());
    }

    @Test
    void nothingElseIsAProblem() {
        for (String slug : new String[] {null, "", "NOT_FOUND", "not_found", "not-found "}) {
            assertEquals(Optional.empty(), Problem.ofSlug(slug));
        }
    }

    /** What the framework refuses by itself keeps its status, or the nearest we have a name for. */
    @Test
    void everyStatusOfTheFrameworkHasAProblem() {
        Set<Integer> named =
                Set.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 428, 429, 500, 503);
        for (int status = 400; status < 600; status++) {
            Problem problem = Problem.ofStatus(status);
            int nearest = status >= 500 ? 500 : 400;
            assertEquals(named.contains(status) ? status : nearest, problem.status());
        }
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void aRefusalCarriesNothingButItsName(Problem problem) {
        Refusal refusal = new Refusal(problem);
        assertEquals(problem, refusal.problem());
        assertEquals(problem.slug(), refusal.getMessage());
        assertEquals(0, refusal.getStackTrace().length);
        assertNull(refusal.getCause());
        assertNull(refusal.retryAfter());
        assertTrue(refusal.faults().isEmpty());
        Duration soon = Duration.ofSeconds(6);
        assertEquals(soon, new Refusal(problem, soon).retryAfter());
    }
}

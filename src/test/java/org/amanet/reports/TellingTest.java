package org.amanet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTest {
    @ParameterizedTest
    @CsvSource({
        "Phone number,Phone number:",
        "How do you know?,How do you know?",
        "قانداق بىلدىڭىز؟,قانداق بىلدىڭىز؟",
        "您怎么知道的？,您怎么知道的？",
        "།,།",
        "电话,电话:"
    })
    void aQuestionIsNotFollowedByAColon(String label, String lead) {
        assertEquals(lead, new Telling.Line(label, "x").lead());
    }
}

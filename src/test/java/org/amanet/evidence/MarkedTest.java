package org.amanet.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.amanet.problems.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTest {
    @ParameterizedTest
    @CsvSource({
        "a name b, a [[name]] b, a ████████ b, 1",
        "ab, [[a]][[b]], ████████████████, 2",
        "a [[b]] c, a [[b]] [[c]], a [[b]] ████████, 1",
        "ئا بەت, [[ئا]] بەت, ████████ بەت, 1"
    })
    void whatIsMarkedIsABlock(String original, String marked, String left, int passages) {
        assertEquals(new Marked(left, passages), Marked.in(original, marked));
    }

    @ParameterizedTest
    @CsvSource({"ab, ab", "ab, [[a]]", "ab, [[a]]c", "ab, [[ab", "ab, ab]]", "ab, [[b]]a"})
    void anythingElseIsRefused(String original, String marked) {
        assertThrows(Refusal.class, () -> Marked.in(original, marked));
    }

    @Test
    void linesMayEndAsTheBrowserLikes() {
        assertEquals("a\n████████", Marked.in("a\nb", "a\r\n[[b]]").text());
    }
}

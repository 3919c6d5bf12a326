package org.amanet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KeyedTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final UUID REPORT = UUID.randomUUID();

    private final KeyedTag tag = new KeyedTag(Identity.generate());
    private final List<Mark> colleagues =
            IntStream.range(0, 50)
                    .mapToObj(i -> new Mark(tag, UUID.randomUUID(), REPORT, DAY))
                    .toList();

    private static final String TEXT =
            IntStream.range(0, 200).mapToObj(i -> "word" + i * 7).collect(Collectors.joining(" "));

    private static int likest(List<Mark> all, String leaked) {
        List<Mark.Gap> gaps = Mark.gaps(leaked);
        return IntStream.range(0, all.size())
                .boxed()
                .max(Comparator.comparing(i -> all.get(i).matching(gaps)))
                .orElseThrow();
    }

    @Test
    void partOfItTellsForWhomItWas() {
        String shown = colleagues.get(17).shown(TEXT);
        String part = shown.substring(shown.indexOf("word350"), shown.indexOf("word1050"));
        assertEquals(17, likest(colleagues, part));
        List<Mark.Gap> gaps = Mark.gaps(part);
        // The last word is cut off, and with it what its place says.
        int matching = colleagues.get(17).matching(gaps);
        assertTrue(matching >= gaps.size() - 1, matching + " of " + gaps.size());
        assertEquals(
                MarkComparison.Sureness.STRONG,
                MarkComparison.sureness(matching, gaps.size(), colleagues.size()));
    }

    @Test
    void anotherDayIsAnotherMark() {
        UUID member = UUID.randomUUID();
        assertNotEquals(
                new Mark(tag, member, REPORT, DAY).shown(TEXT),
                new Mark(tag, member, REPORT, DAY.plusDays(1)).shown(TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "one",
                " led by a space",
                "two  spaces and\nlines \n and a tab\t.",
                "ئۇلار ھەر ھەپتە تېلېفون قىلىدۇ",
                "他们 每周 打电话 来"
            })
    void withoutTheMarkTheTextIsAsItWas(String text) {
        for (Mark mark : colleagues) {
            assertEquals(text, Mark.without(mark.shown(text)));
        }
    }

    /** Nothing is put into a word: letters that join must not be parted. */
    @Test
    void marksStandBehindSpacesOnly() {
        String text = "ئۇلار ھەر ھەپتە تېلېفون قىلىدۇ ۋە ئىسىملارنى سورايدۇ";
        for (Mark mark : colleagues) {
            String shown = mark.shown(text);
            for (int at = shown.indexOf('\u2060'); at >= 0; at = shown.indexOf('\u2060', at + 1)) {
                assertEquals(' ', shown.charAt(at - 1));
            }
        }
    }

    @Test
    void cleanedTextTellsNothing() {
        assertFalse(Mark.isIn(Mark.without(colleagues.getFirst().shown(TEXT))));
        assertTrue(Mark.isIn(colleagues.getFirst().shown(TEXT)));
    }

    @Test
    void chanceIsCounted() {
        assertEquals(MarkComparison.Sureness.NONE, MarkComparison.sureness(50, 100, 10));
        assertEquals(MarkComparison.Sureness.NONE, MarkComparison.sureness(5, 5, 10));
        assertEquals(MarkComparison.Sureness.WEAK, MarkComparison.sureness(15, 15, 10));
        assertEquals(MarkComparison.Sureness.STRONG, MarkComparison.sureness(40, 40, 10));
        assertEquals(MarkComparison.Sureness.NONE, MarkComparison.sureness(0, 0, 10));
    }
}

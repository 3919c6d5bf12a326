package org.amanet.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SheetTest {
    private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static String written(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sheet sheet = new Sheet(out, rows.getFirst());
        for (List<String> row : rows.subList(1, rows.size())) {
            sheet.row(row);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String cell(String content) throws IOException {
        return read(written(List.of(List.of(content))), ',').getFirst().getFirst();
    }

    @Example
    void itIsCsvWithAByteOrderMarkAndEveryCellInQuotes() throws IOException {
        assertEquals(
                "\uFEFF\"a\",\"b\"\r\n\"one, two\",\"say \"\"no\"\"\"\r\n\"\",\"line\nbreak\"\r\n",
                written(
                        List.of(
                                List.of("a", "b"),
                                List.of("one, two", "say \"no\""),
                                List.of("", "line\nbreak"))));
    }

    @Example
    void whatWouldBeAFormulaBecomesText() throws IOException {
        assertEquals("'=1+1", cell("=1+1"));
        assertEquals("'+49 30 1234", cell("+49 30 1234"));
        assertEquals("'-1+cmd|' /C calc'!A0", cell("-1+cmd|' /C calc'!A0"));
        assertEquals("'@SUM(A1)", cell("@SUM(A1)"));
        assertEquals("  '=1", cell("  =1"));
        assertEquals("\t'=1", cell("\t=1"));
        assertEquals("\r'=1", cell("\r=1"));
        assertEquals("\n'=1", cell("\n=1"));
        assertEquals("\u200B'=1", cell("\u200B=1"));
        assertEquals("'=1", cell("\0=1"));
        assertEquals("'\uFF1D1", cell("\uFF1D1"));
        assertEquals("\"'=1", cell("\"=1"));
    }

    /** In German settings the separator is the semicolon, whatever the quotes say. */
    @Example
    void norCanAFormulaHideBehindAnotherSeparator() throws IOException {
        assertEquals("x;'=HYPERLINK(1);y", cell("x;=HYPERLINK(1);y"));
        assertEquals("x\n'=1", cell("x\n=1"));
        assertEquals("x\r\n'-2", cell("x\r\n-2"));
        assertEquals("x\t'=1", cell("x\t=1"));
    }

    @Example
    void whatIsNoFormulaStaysAsItIs() throws IOException {
        for (String plain :
                List.of(
                        "",
                        " ",
                        "a=b",
                        "1-2",
                        "mail@example.org",
                        "\u0626\u06C7\u064A\u063A\u06C7\u0631",
                        "'quoted'",
                        "x; y",
                        "one\r\ntwo")) {
            assertEquals(plain, cell(plain));
        }
    }

    @Example
    void aCellMadeToBeSlowIsNot() {
        for (String piece : List.of("\n", " ", "\"", ";", "\t ")) {
            String content = piece.repeat(20_000 / piece.length());
            assertTimeout(Duration.ofSeconds(10), () -> cell(content));
        }
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings()
                .withChars(",;\t\r\n\"' =+-@a\u0626\uFF1D\uFEFF\u00A0")
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return cells().list().ofSize(3).list().ofMinSize(1).ofMaxSize(4);
    }

    @Property
    void aReaderOfTheStandardReadsEveryTable(@ForAll("tables") List<List<String>> table)
            throws IOException {
        List<List<String>> read = read(written(table), ',');
        assertEquals(table.size(), read.size());
        for (int row = 0; row < table.size(); row++) {
            assertEquals(withoutApostrophes(table.get(row)), withoutApostrophes(read.get(row)));
        }
    }

    @Property
    void anyTextAtAllIsReadBackButForZeroBytes(@ForAll String content) throws IOException {
        String sound = new String(content.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(
                withoutApostrophes(List.of(sound.replace("\0", ""))),
                withoutApostrophes(List.of(cell(sound))));
    }

    @Property
    void noProgramSeesAFormulaWhateverItTakesForTheSeparator(
            @ForAll("tables") List<List<String>> table) throws IOException {
        String written = written(table);
        for (char separator : new char[] {',', ';', '\t'}) {
            for (List<String> row : read(written, separator)) {
                row.forEach(cell -> assertFalse(isFormula(cell), separator + written));
            }
        }
    }

    private static List<String> withoutApostrophes(List<String> row) {
        return row.stream().map(cell -> cell.replace("'", "")).toList();
    }

    private static boolean isFormula(String cell) {
        String start = cell.replaceAll("^[\\s\\p{Z}\\p{C}\"]+", "");
        return !start.isEmpty() && STARTS.indexOf(start.charAt(0)) >= 0;
    }

    /**
     * A reader of its own: RFC 4180, and as lenient with quotes inside a field as spreadsheets are.
     */
    private static List<List<String>> read(String text, char separator) {
        assertTrue(text.startsWith("\uFEFF"));
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean start = true;
        for (int i = 1; i < text.length(); i++) {
            char next = text.charAt(i);
            if (quoted && next == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (next == '"' && (quoted || start)) {
                quoted = !quoted;
                start = false;
            } else if (!quoted && next == separator) {
                row.add(field.toString());
                field.setLength(0);
                start = true;
            } else if (!quoted && (next == '\n' || next == '\r')) {
                i += next == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                row.add(field.toString());
                rows.add(row);
                row = new ArrayList<>();
                field.setLength(0);
                start = true;
            } else {
                field.append(next);
                start = false;
            }
        }
        if (quoted || !start || !row.isEmpty()) {
            row.add(field.toString());
            rows.add(row);
        }
        return rows;
    }
}

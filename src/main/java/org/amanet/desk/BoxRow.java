package org.amanet.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amanet.evidence.BlackBox;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/** A line of the form in which rectangles are named, as it was typed. */
record BoxRow(int number, String page, String left, String top, String width, String height) {
    static final List<String> FIELDS = List.of("page", "left", "top", "width", "height");

    private static final int ROWS = 6;

    /** Lines with what was typed, or with nothing but this page. */
    static List<BoxRow> of(Typed typed, int page) {
        List<BoxRow> rows = new ArrayList<>();
        for (int number = 1; number <= ROWS; number++) {
            String before = text(typed, "page", number);
            rows.add(
                    new BoxRow(
                            number,
                            before.isEmpty() ? Integer.toString(Math.max(1, page)) : before,
                            text(typed, "left", number),
                            text(typed, "top", number),
                            text(typed, "width", number),
                            text(typed, "height", number)));
        }
        return rows;
    }

    private static String text(Typed typed, String field, int number) {
        return typed.text(CopyPage.BOXES, field + number);
    }

    /** What came of the form. */
    static Map<String, String> fields(Map<String, ? extends List<String>> form) {
        Map<String, String> fields = new HashMap<>();
        for (int number = 1; number <= ROWS; number++) {
            for (String field : FIELDS) {
                List<String> values = form.get(field + number);
                fields.put(field + number, values == null ? "" : values.getFirst().strip());
            }
        }
        return fields;
    }

    /**
     * Those that are filled in.
     *
     * @throws Refusal where one is only half
     */
    static List<BlackBox> boxes(Typed typed) {
        return of(typed, 1).stream().filter(BoxRow::isFilled).map(BoxRow::box).toList();
    }

    private boolean isFilled() {
        return !(left + top + width + height).isBlank();
    }

    private BlackBox box() {
        try {
            return new BlackBox(
                    Integer.parseInt(page),
                    number(left),
                    number(top),
                    number(width),
                    number(height));
        } catch (NumberFormatException wrong) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/boxes", "wrong-format"));
        }
    }

    private static double number(String text) {
        return Double.parseDouble(Objects.requireNonNull(text).replace(',', '.'));
    }
}

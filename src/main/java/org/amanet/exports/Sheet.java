package org.amanet.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A CSV table (RFC 4180) that every authority's computer opens: UTF-8 with BOM, commas, and no cell
 * that a spreadsheet would take for a formula.
 */
final class Sheet {
    private static final char BOM = '\uFEFF';
    private static final String FORMULA_STARTS = "=+-@\t\r\0";

    private final OutputStream out;

    Sheet(OutputStream out, List<String> heading) throws IOException {
        this.out = out;
        out.write(String.valueOf(BOM).getBytes(StandardCharsets.UTF_8));
        row(heading);
    }

    void row(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append('"').append(safe(cell)).append('"');
        }
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String safe(String cell) {
        String plain = cell.replace("\0", "");
        boolean formula = !plain.isEmpty() && FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0;
        return (formula ? "'" + plain : plain).replace("\"", "\"\"");
    }
}

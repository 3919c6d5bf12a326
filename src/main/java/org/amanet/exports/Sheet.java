package org.amanet.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A CSV table (RFC 4180) that every authority's computer opens: UTF-8 with BOM, commas, and no cell
 * that a spreadsheet would take for a formula. Nor a part of a cell: where the list separator is
 * another, as in German settings, spreadsheets cut our cells at semicolons and ends of lines.
 */
final class Sheet {
    private static final char BOM = '\uFEFF';

    /**
     * What begins a formula, wide forms included, at the start of anything that may become a cell.
     */
    private static final Pattern FORMULA =
            Pattern.compile(
                    "(?<=^|[;\t\r\n])([\\s\\p{Z}\\p{C}\"&&[^\t\r\n]]*+)([=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

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
        return FORMULA.matcher(plain).replaceAll("$1'$2").replace("\"", "\"\"");
    }
}

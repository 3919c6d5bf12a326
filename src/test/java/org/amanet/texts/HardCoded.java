package org.amanet.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words that stand in a template itself, where no translation reaches them. */
final class HardCoded {
    private static final Pattern COMMENT = Pattern.compile("(?s)\\{!.*?!}|<!--.*?-->");
    private static final Pattern INLINE =
            Pattern.compile("(?is)<(script|style)\\b[^>]*>\\s*[^\\s<]");
    private static final Pattern SPOKEN =
            Pattern.compile(
                    "(?:title|alt|placeholder|aria-label|aria-description|aria-roledescription|summary)"
                            + "=\"([^\"]*)\"");
    private static final Pattern LABEL =
            Pattern.compile("<input[^>]*type=\"submit\"[^>]*value=\"([^\"]*)\"");

    /** What is typed on a terminal is the same in every language. */
    private static final Pattern COMMAND = Pattern.compile("(?s)<code\\b[^>]*>.*?</code>");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'-]*");
    private static final String OUR_NAME = "Amanet";

    private HardCoded() {}

    static List<String> words(String template) {
        var text = withoutExpressions(COMMENT.matcher(template).replaceAll(""));
        var found = new ArrayList<String>();
        if (INLINE.matcher(text).find()) {
            found.add("script or style");
        }
        SPOKEN.matcher(text).results().forEach(said -> collect(said.group(1), found));
        LABEL.matcher(text).results().forEach(label -> collect(label.group(1), found));
        var spoken = COMMAND.matcher(text).replaceAll(" ");
        collect(ENTITY.matcher(TAG.matcher(spoken).replaceAll(" ")).replaceAll(" "), found);
        return found;
    }

    private static void collect(String text, List<String> found) {
        WORD.matcher(text)
                .results()
                .map(word -> word.group())
                .filter(word -> !word.equals(OUR_NAME))
                .forEach(found::add);
    }

    /** Takes out what stands in braces, also where a quoted string inside holds another brace. */
    private static String withoutExpressions(String template) {
        var kept = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char c : template.toCharArray()) {
            if (depth > 0 && c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}

package org.amanet.intake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;

/** The page with the receipt on it, as its reader sees and uses it. */
record ReceiptShown(Http http, String language, Answer page) {
    private static final Pattern GROUP = Pattern.compile("<li>(\\d{4})</li>");
    private static final int GROUPS = 7;
    private static final List<String> CARRIED =
            List.of("reference", "receipt", "decoy", "band", "danger", "answers");

    /** The groups of the receipt; those of the second code come after them. */
    List<String> groups() {
        return GROUP.matcher(page.text())
                .results()
                .limit(GROUPS)
                .map(group -> group.group(1))
                .toList();
    }

    String receipt() {
        return hidden("receipt");
    }

    String decoy() {
        return hidden("decoy");
    }

    String reference() {
        return hidden("reference");
    }

    private String hidden(String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.text());
        if (!field.find()) {
            throw new AssertionError("no " + name + " on the page");
        }
        return field.group(1);
    }

    /** Types into the field below, and presses the button. */
    Answer typeBack(String typed) {
        StringBuilder body = new StringBuilder();
        for (String name : CARRIED) {
            body.append(name).append('=').append(Http.encoded(hidden(name))).append('&');
        }
        return http.form(
                "/" + language + "/report/receipt",
                body + "typed=" + Http.encoded(typed),
                "Accept",
                "text/html");
    }
}

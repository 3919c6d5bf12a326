package org.amanet.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;

/** The form of one visitor, filled in field by field and sent as a browser without scripts does. */
final class WebForm {
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]*)\"");

    private static final Pattern TURN = Pattern.compile("name=\"turn\" value=\"([^\"]+)\"");

    private static final int RETRIES = 20;

    private final Http http;
    private String language;
    private final List<String> fields = new ArrayList<>();
    private String key;

    private WebForm(Http http, String language, String key) {
        this.http = http;
        this.language = language;
        this.key = key;
    }

    /** Opens the empty page. */
    static WebForm open(Http http, String language) {
        String page = http.get("/" + language + "/report").require(200).text();
        return new WebForm(http, language, keyIn(page));
    }

    /** One with the three answers, and with answers in the inbox allowed. */
    static WebForm filled(Http http, String language) {
        return open(http, language)
                .with("danger", "NO")
                .with("account", "They called my mother.")
                .with("consent", "C0")
                .with("consent", "C1");
    }

    WebForm with(String name, String value) {
        fields.add(Http.encoded(name) + "=" + Http.encoded(value));
        return this;
    }

    /** The same with another answer in the place of an earlier one. */
    WebForm instead(String name, String value) {
        fields.removeIf(field -> field.startsWith(Http.encoded(name) + "="));
        return with(name, value);
    }

    /** The same, sent to the page of another language. */
    WebForm in(String other) {
        language = other;
        return this;
    }

    WebForm withKey(String other) {
        key = other;
        return this;
    }

    String key() {
        return key;
    }

    Answer send() {
        String body = fields.stream().collect(Collectors.joining("&", "key=" + key + "&", ""));
        return http.form("/" + language + "/report", body, "Accept", "text/html");
    }

    /** Sends it and shows the receipt. */
    ReceiptShown receipt() {
        return new ReceiptShown(http, language, send().require(201));
    }

    /** The same, trying again as long as the page says that we are away. */
    ReceiptShown receiptWhenBack() {
        Answer answer = send();
        for (int i = 0; i < RETRIES && answer.status() == 503; i++) {
            answer = send();
        }
        return new ReceiptShown(http, language, answer.require(201));
    }

    /** The key that a page carries. */
    static String keyIn(String page) {
        Matcher field = KEY.matcher(page);
        if (!field.find()) {
            throw new AssertionError("no key on the page");
        }
        return field.group(1);
    }

    /** The turn in the line that a page carries, if any. */
    static Optional<String> turnIn(String page) {
        Matcher field = TURN.matcher(page);
        return field.find() ? Optional.of(field.group(1)) : Optional.empty();
    }

    /** The screen that a page shows. */
    static String at(String page) {
        Matcher field = Pattern.compile("name=\"at\" value=\"([^\"]*)\"").matcher(page);
        if (!field.find()) {
            throw new AssertionError("no screen of the form");
        }
        return field.group(1);
    }

    /** Whether a page carries this value on without showing it. */
    static boolean isCarried(String page, String value) {
        return Pattern.compile(
                        "<input type=\"hidden\" name=\"[^\"]*\" value=\""
                                + Pattern.quote(value)
                                + "\"")
                .matcher(page)
                .find();
    }

    /** Whether the box or circle with this value is ticked. */
    static boolean isChecked(String page, String value) {
        return Pattern.compile("<input [^>]*value=\"" + Pattern.quote(value) + "\"[^>]* checked")
                .matcher(page)
                .find();
    }
}

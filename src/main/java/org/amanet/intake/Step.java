package org.amanet.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The screens of the form in their order: before the questions, the questions, and after them. */
enum Step {
    SAFETY("form", ""),
    DANGER("danger", "danger"),
    STORY("story", "account|files"),
    WANTED("wanted", "demands"),
    REACH("reach", "means|channels"),
    WHEN("when", "when|about|where|residence|routeByCountry"),
    ACTORS("actor", "rows|(actor|basis|phone|handle|name|car|words)-\\d{1,2}"),
    RELATIVES("relatives", "relatives"),
    FILES("files", "evidence"),
    URGENT("urgent", "urgency"),
    WISHES("wishes", "wishes"),
    WHO("who", "desk|exclude|excludeText|insider|insiderAt"),
    MAY("may", "consent|C\\d+-.*"),
    CONTACT("contact", "contact-.*"),
    CHECK("check", "");

    private static final List<Step> ORDER = List.of(values());

    private final String key;
    private final Pattern fields;

    /**
     * A screen.
     *
     * @param key with which the keys of its texts begin
     * @param fields the names of its fields
     */
    Step(String key, String fields) {
        this.key = key;
        this.fields = Pattern.compile(fields);
    }

    static Optional<Step> of(String name) {
        return Arrays.stream(values()).filter(step -> step.name().equals(name)).findFirst();
    }

    /** The questions, in their order. */
    static List<Step> questions() {
        return Arrays.stream(values()).filter(Step::isQuestion).toList();
    }

    /** Whether a field of this name stands on this screen. */
    boolean has(String field) {
        return fields.matcher(field).matches();
    }

    private boolean isQuestion() {
        return this != SAFETY && this != CHECK;
    }

    Step next() {
        return this == CHECK ? CHECK : ORDER.get(number() + 1);
    }

    Step before() {
        return this == SAFETY ? SAFETY : ORDER.get(number() - 1);
    }

    /** What is asked: a key of the bundle of questions. */
    public String title() {
        return key + "_title";
    }

    /** Which question this is, counted from 1. */
    public int number() {
        return ORDER.indexOf(this);
    }

    /** Out of how many. */
    public int total() {
        return CONTACT.number();
    }

    /** Whether nothing is taken in without an answer. */
    public boolean needed() {
        return this == DANGER || this == STORY || this == MAY;
    }

    public boolean first() {
        return this == SAFETY;
    }

    public boolean last() {
        return this == CHECK;
    }

    /** Whether the last needed question is still to come. */
    public boolean early() {
        return compareTo(STORY) >= 0 && compareTo(MAY) < 0;
    }
}

package org.amanet.desk;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amanet.http.Slice;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Band;
import org.amanet.reports.Queue;
import org.amanet.reports.Stage;
import org.amanet.reports.Status;
import org.amanet.staff.Member;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which part of the queue is asked for, as it stands in an address. */
record QueueQuery(
        @RestQuery("band") @Nullable String band,
        @RestQuery("status") @Parameter(description = "One status; without it all that are open.")
                @Nullable String status,
        @RestQuery("country")
                @Parameter(description = "ISO 3166-1 alpha-2, or none where it was not given.")
                @Nullable String country,
        @RestQuery("language") @Nullable String language,
        @RestQuery("assignee") @Parameter(description = "A member's id, me, or none.")
                @Nullable String assignee,
        @RestQuery("unread") @Nullable String unread,
        @RestQuery("stage")
                @Parameter(description = "HALF, THREE_QUARTERS, OVER: those whose time ran so far.")
                @Nullable String stage,
        @RestQuery("after") @Parameter(description = "As in the Link header of the page before.")
                @Nullable String after,
        @RestQuery("limit") @Nullable String limit) {

    private static final Set<String> NAMES =
            Set.of(
                    "band",
                    "status",
                    "country",
                    "language",
                    "assignee",
                    "unread",
                    "stage",
                    "after",
                    "limit");

    private static final String NONE = "none";
    private static final String ME = "me";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int LANGUAGE_MAX_CHARACTERS = 12;

    /** What is left blank in a form was not asked for. */
    QueueQuery {
        band = blankToNone(band);
        status = blankToNone(status);
        country = blankToNone(country);
        language = blankToNone(language);
        assignee = blankToNone(assignee);
        unread = blankToNone(unread);
        stage = blankToNone(stage);
        after = blankToNone(after);
        limit = blankToNone(limit);
    }

    /**
     * Reads what stands in an address after the question mark.
     *
     * @throws Refusal where it names something that the queue cannot be asked for
     */
    static QueueQuery parse(String query) {
        Map<String, String> asked = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                asked.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        if (!NAMES.containsAll(asked.keySet())) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/query", "unknown"));
        }
        return new QueueQuery(
                asked.get("band"),
                asked.get("status"),
                asked.get("country"),
                asked.get("language"),
                asked.get("assignee"),
                asked.get("unread"),
                asked.get("stage"),
                null,
                asked.get("limit"));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/query", "wrong-format"));
        }
    }

    Queue.Filter filter(Member asking) {
        return new Queue.Filter(
                parsed("/band", band, Band::valueOf),
                parsed("/status", status, Status::valueOf),
                parsed("/country", country, QueueQuery::country),
                parsed("/language", language, QueueQuery::language),
                parsed("/assignee", assignee, text -> having(text, asking)),
                parsed("/unread", unread, QueueQuery::yes),
                parsed("/stage", stage, Stage::valueOf));
    }

    Queue.@Nullable Place place() {
        return parsed("/after", after, QueueQuery::place);
    }

    int rows() {
        return Slice.limit(parsed("/limit", limit, Integer::valueOf));
    }

    /** The same part of the queue from this place on, as the query of an address. */
    String from(@Nullable String place) {
        return Stream.of(
                        pair("band", band),
                        pair("status", status),
                        pair("country", country),
                        pair("language", language),
                        pair("assignee", assignee),
                        pair("unread", unread),
                        pair("stage", stage),
                        pair("limit", limit),
                        pair("after", place))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }

    /** Where the queue stands in a browser, as it was asked for. */
    public String address() {
        return "/desk?" + from(after);
    }

    /** The filter without a place in the list, as the query of an address. */
    public String filters() {
        return from(null);
    }

    /** Whether less than the whole queue was asked for. */
    public boolean narrows() {
        return !filters().isEmpty();
    }

    private static Optional<String> pair(String name, @Nullable String value) {
        return Optional.ofNullable(value)
                .map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    static String after(Queue.Place place) {
        String text =
                place.band() + "|" + place.read() + "|" + place.dueAt() + "|" + place.report();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Queue.Place place(String after) {
        String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        String[] parts = text.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException();
        }
        return new Queue.Place(
                Band.valueOf(parts[0]),
                yes(parts[1]),
                Instant.parse(parts[2]),
                UUID.fromString(parts[3]));
    }

    private static Queue.Having having(String text, Member asking) {
        return switch (text) {
            case ME -> new Queue.Having(asking.id);
            case NONE -> new Queue.Having(null);
            default -> new Queue.Having(UUID.fromString(text));
        };
    }

    private static String country(String text) {
        return NONE.equals(text) ? Queue.NOT_GIVEN : matching(COUNTRY, text);
    }

    private static String language(String text) {
        if (text.length() > LANGUAGE_MAX_CHARACTERS) {
            throw new IllegalArgumentException();
        }
        return matching(LANGUAGE, text);
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    /** Whether a form shows this value as the one that was chosen. */
    public boolean chose(String name, String value) {
        return value.equals(
                switch (name) {
                    case "band" -> band;
                    case "status" -> status;
                    case "country" -> country;
                    case "language" -> language;
                    case "assignee" -> assignee;
                    case "stage" -> stage;
                    default -> unread;
                });
    }

    private static <T> @Nullable T parsed(
            String pointer, @Nullable String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault(pointer, "wrong-format"));
        }
    }

    private static @Nullable String blankToNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

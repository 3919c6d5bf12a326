package org.amanet.reports;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import org.amanet.codes.Codes;
import org.amanet.codes.Countries;
import org.amanet.languages.Language;
import org.jspecify.annotations.Nullable;

/** What was answered, in the words of its reader's language. */
public final class Telling {
    private final Codes codes;
    private final Language language;
    private final QuestionMessages texts;

    private Telling(Codes codes, Language language, QuestionMessages texts) {
        this.codes = codes;
        this.language = language;
        this.texts = texts;
    }

    public static Telling in(Codes codes, Language language) {
        Localized tag = Localized.Literal.of(language.tag());
        return new Telling(codes, language, MessageBundles.get(QuestionMessages.class, tag));
    }

    /**
     * One line.
     *
     * @param label what it is, where that has to be said
     * @param value in our words, or in those of the reporter
     */
    public record Line(@Nullable String label, String value) {
        /** The label as it stands before the value: what is asked needs no colon. */
        public String lead() {
            if (label == null) {
                return "";
            }
            int last = label.codePointBefore(label.length());
            return Character.isLetterOrDigit(last) ? label + ":" : label;
        }

        @Override
        public String toString() {
            return "Line";
        }
    }

    /** What was asked. */
    public String asked(Question question) {
        return switch (question) {
            case URGENCY -> texts.urgent_title();
            case DEMANDS -> texts.wanted_title();
            case MEANS -> texts.reach_means();
            case CHANNELS -> texts.reach_channels();
            case WHEN -> texts.when_legend();
            case WHERE -> texts.where_label();
            case RESIDENCE -> texts.when_papers();
            case WHO -> texts.actor_title();
            case WISHES -> texts.wishes_title();
            case CONTACT -> texts.contact_title();
            case RELATIVES -> texts.relatives_title();
            case EXCLUSIONS -> texts.who_leave();
            case HAPPENED -> texts.happened_title();
            case DEADLINE -> texts.deadline_title();
        };
    }

    /** What was answered. */
    public List<Line> of(Answer answer) {
        List<Line> lines = new ArrayList<>();
        answer.codes().forEach(code -> lines.add(new Line(null, chosen(answer.question(), code))));
        if (answer.date() != null) {
            lines.add(new Line(texts.deadline_date(), answer.date().toString()));
        }
        answer.leftOut().forEach(one -> lines.add(new Line(null, one.alias())));
        add(lines, null, answer.words());
        if (answer.question() == Question.RELATIVES) {
            lines.add(new Line(null, texts.relatives_locked()));
        }
        if (answer.suspect() != null) {
            lines.addAll(of(answer.suspect()));
        }
        if (answer.contact() != null) {
            lines.addAll(of(answer.contact()));
        }
        return lines;
    }

    /** Who it was, how that is known, and what there is of them. */
    public List<Line> of(Suspect suspect) {
        List<Line> lines = new ArrayList<>();
        add(lines, null, label(suspect.actor()));
        add(lines, texts.actor_basis(), label(suspect.basis()));
        for (Trace trace : suspect.traces()) {
            lines.add(new Line(codes.label(trace.type(), language), trace.value()));
        }
        add(lines, null, suspect.words());
        return lines;
    }

    /** How the reporter can be reached, and how never. */
    public List<Line> of(SafeContact contact) {
        List<Line> lines = new ArrayList<>();
        add(lines, texts.contact_times(), contact.times());
        contact.never().forEach(never -> lines.add(new Line(texts.contact_never(), words(never))));
        add(lines, texts.contact_never(), contact.neverWords());
        add(lines, texts.contact_way(), contact.way());
        return lines;
    }

    /** As what the reporter was in the country where it reached them. */
    public String of(Residence residence) {
        return switch (residence) {
            case CITIZEN -> texts.papers_citizen();
            case PROTECTED -> texts.papers_protected();
            case ASYLUM_SEEKER -> texts.papers_asylum_seeker();
            case RESIDENT -> texts.papers_resident();
            case VISITOR -> texts.papers_visitor();
            case WITHOUT_PAPERS -> texts.papers_without_papers();
        };
    }

    private String words(SafeContact.Never never) {
        return switch (never) {
            case CALL -> texts.contact_never_call();
            case MESSAGE -> texts.contact_never_message();
            case VISIT -> texts.contact_never_visit();
            case FAMILY -> texts.contact_never_family();
            case COMMUNITY -> texts.contact_never_community();
        };
    }

    private String chosen(Question question, String code) {
        return switch (question) {
            case WHEN ->
                    switch (code) {
                        case "TODAY" -> texts.when_today();
                        case "WEEK" -> texts.when_week();
                        case "ONGOING" -> texts.when_ongoing();
                        default -> texts.when_about();
                    };
            case WHERE -> Countries.name(code, language);
            case RESIDENCE -> of(Residence.valueOf(code));
            default -> codes.label(code, language);
        };
    }

    private @Nullable String label(@Nullable String code) {
        return code == null ? null : codes.label(code, language);
    }

    private static void add(List<Line> lines, @Nullable String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(new Line(label, value));
        }
    }
}

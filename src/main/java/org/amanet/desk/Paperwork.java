package org.amanet.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.amanet.dossiers.Dossiers;
import org.amanet.dossiers.Filed;
import org.amanet.dossiers.Paper;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Mark;
import org.amanet.staff.CurrentMember;

/** What a member does with the dossier of one report, for routes and pages alike. */
@ApplicationScoped
class Paperwork {
    private static final Fault UNREADABLE = new Fault("/kind", "unknown");
    private static final Set<String> YES_OR_NO = Set.of("machine", "minor", "done", "shares");
    private static final String CODES = "codes";

    private final Casework casework;
    private final CurrentMember current;
    private final Dossiers dossiers;
    private final ObjectMapper json;
    private final Validator validator;

    Paperwork(
            Casework casework,
            CurrentMember current,
            Dossiers dossiers,
            ObjectMapper json,
            Validator validator) {
        this.casework = casework;
        this.current = current;
        this.dossiers = dossiers;
        this.json = json;
        this.validator = validator;
    }

    /** What stands in it. */
    List<Filed<Paper>> papers(String id) {
        return casework.shown(id, opened -> dossiers.of(opened, current.member()).papers());
    }

    Filed<Paper> file(String id, Which which, Paper paper) {
        return casework.opened(
                id,
                opened ->
                        dossiers.file(
                                opened, current.member(), which.paper(), which.seen(), paper));
    }

    Filed<Paper> review(String id, Which which) {
        return casework.opened(
                id,
                opened -> dossiers.review(opened, current.member(), which.paper(), which.seen()));
    }

    void strike(String id, Which which) {
        casework.opened(
                id,
                opened -> {
                    dossiers.strike(opened, current.member(), which.paper(), which.seen());
                    return opened;
                });
    }

    /**
     * Which paper.
     *
     * @param seen the version that was seen last; 0 for a new one
     */
    record Which(UUID paper, int seen) {
        static Which of(String paper, long seen) {
            if (seen > Integer.MAX_VALUE) {
                throw new Refusal(Problem.PRECONDITION_FAILED);
            }
            return new Which(Casework.uuid(paper), (int) seen);
        }
    }

    /**
     * What a form says, as a paper.
     *
     * @param fields by the names of the paper's members; what was left empty is not there
     * @throws Refusal where it is none, or something is missing in it or too long
     */
    Paper read(Map<String, String> fields) {
        Map<String, Object> members = new HashMap<>();
        fields.forEach(
                (name, text) -> {
                    if (!text.isBlank()) {
                        members.put(name, member(name, text));
                    }
                });
        try {
            Paper paper = json.convertValue(members, Paper.class);
            validator.validate(paper).stream()
                    .findFirst()
                    .ifPresent(
                            violation -> {
                                throw refused(violation);
                            });
            return paper;
        } catch (IllegalArgumentException unreadable) {
            throw new Refusal(Problem.INVALID_REQUEST, UNREADABLE);
        }
    }

    /** The other way round: what its form shows. */
    Map<String, String> fields(Paper paper) {
        Map<String, String> fields = new HashMap<>();
        json.valueToTree(paper)
                .properties()
                .forEach(
                        member -> {
                            List<String> words = new ArrayList<>();
                            member.getValue().forEach(word -> words.add(word.asText()));
                            boolean empty = member.getValue().isNull();
                            String text =
                                    member.getValue().isArray()
                                            ? String.join(" ", words)
                                            : member.getValue().asText();
                            fields.put(member.getKey(), empty ? "" : text);
                        });
        return fields;
    }

    private static Object member(String name, String text) {
        if (YES_OR_NO.contains(name)) {
            return text.equals("true");
        }
        return name.equals(CODES) ? List.of(text.strip().split("\\s+", -1)) : Mark.without(text);
    }

    private static Refusal refused(ConstraintViolation<Paper> violation) {
        Class<?> broken = violation.getConstraintDescriptor().getAnnotation().annotationType();
        if (broken == NotNull.class || broken == NotBlank.class) {
            return new Refusal(Problem.INVALID_REQUEST, Trouble.MISSING);
        }
        return new Refusal(
                Problem.INVALID_REQUEST, broken == Size.class ? Trouble.TOO_LONG : UNREADABLE);
    }
}

package org.amanet.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.amanet.problems.Fault;
import org.amanet.reports.Consent.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Holds a form against the limits of {@link NewReport}, and says in kind words where it falls
 * short.
 */
@ApplicationScoped
class FormCheck {
    /** As a person meets them; what must be there before what goes with it. */
    private static final Comparator<Missed> ORDER =
            Comparator.comparing(Missed::step)
                    .thenComparing(one -> !one.key().equals("missed_keep"))
                    .thenComparing(Missed::field);

    private final Validator validator;

    FormCheck(Validator validator) {
        this.validator = validator;
    }

    /** What is missing, in the order of the questions; empty when the report can be taken in. */
    List<Missed> missed(ReportForm form, NewReport report) {
        List<Missed> missed = new ArrayList<>();
        if (form.danger().isEmpty()) {
            missed.add(new Missed(Step.DANGER, "danger-NOW", "missed_danger"));
        }
        for (ConstraintViolation<NewReport> violation : validator.validate(report)) {
            missed.addAll(of(violation, report));
        }
        return sorted(missed.stream());
    }

    /** What a refusal of the whole points at. */
    List<Missed> missed(List<Fault> faults) {
        return sorted(faults.stream().map(fault -> at(fault.pointer().replace("/", ""), false)));
    }

    private static List<Missed> sorted(Stream<Missed> missed) {
        return missed.distinct().sorted(ORDER).toList();
    }

    private static List<Missed> of(ConstraintViolation<NewReport> violation, NewReport report) {
        String part = violation.getPropertyPath().iterator().next().getName();
        if (part.equals("consentNamed")) {
            return report.unnamed().stream().map(FormCheck::unnamed).toList();
        }
        if (part.equals("consent")) {
            return List.of(consent(violation));
        }
        boolean tooLong =
                violation.getConstraintDescriptor().getAnnotation().annotationType() == Size.class;
        return List.of(at(part, tooLong));
    }

    private static Missed unnamed(Scope scope) {
        return switch (scope) {
            case C3 -> new Missed(Step.MAY, "C3-name", "missed_name");
            case C4 -> new Missed(Step.MAY, "C4-country", "missed_country_police");
            default -> new Missed(Step.MAY, scope + "-country", "missed_country_service");
        };
    }

    /** Within a choice only the country and the name can be wrong. */
    private static Missed consent(ConstraintViolation<NewReport> violation) {
        @Nullable Object scope = null;
        String last = "";
        for (var node : violation.getPropertyPath()) {
            scope = node.getKey() == null ? scope : node.getKey();
            last = Objects.toString(node.getName(), last);
        }
        return last.equals("name")
                ? new Missed(Step.MAY, scope + "-name", "missed_long")
                : new Missed(Step.MAY, scope + "-country", "missed_country");
    }

    private static Missed at(String part, boolean tooLong) {
        return switch (part) {
            case "account" ->
                    new Missed(
                            Step.STORY,
                            "account",
                            tooLong ? "missed_account_long" : "missed_account");
            case "told" -> new Missed(Step.STORY, "account", "missed_account");
            case "suspects" -> new Missed(Step.ACTORS, "actors", "missed_suspects");
            case "evidence" -> new Missed(Step.FILES, "evidence", "missed_evidence");
            case "wishes" -> new Missed(Step.WISHES, "wishes", "missed_wishes");
            case "contact" -> new Missed(Step.CONTACT, "contact-times", "missed_contact");
            case "demands" -> new Missed(Step.WANTED, "demands", "missed_demands");
            case "means", "channels" -> new Missed(Step.REACH, "means", "missed_means");
            case "when" -> new Missed(Step.WHEN, "about", "missed_when");
            case "where" -> new Missed(Step.WHEN, "where", "missed_where");
            case "relatives" -> new Missed(Step.RELATIVES, "relatives", "missed_relatives");
            case "urgency" -> new Missed(Step.URGENT, "urgency", "missed_urgency");
            case "desk", "insiderAt" -> new Missed(Step.WHO, "desk-", "missed_desk");
            case "exclude" -> new Missed(Step.WHO, "who-leave", "missed_exclude");
            case "excludeText" -> new Missed(Step.WHO, "excludeText", "missed_exclude_text");
            case "consentToKeep" -> new Missed(Step.MAY, "consent-C0", "missed_keep");
            default -> new Missed(Step.CHECK, "content", "missed_other");
        };
    }
}

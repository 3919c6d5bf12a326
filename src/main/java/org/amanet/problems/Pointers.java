package org.amanet.problems;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says where a request is wrong, in names that we chose and never in names that were sent. */
final class Pointers {
    private static final Map<String, String> REASONS =
            Map.ofEntries(
                    Map.entry("NotNull", "missing"),
                    Map.entry("NotBlank", "missing"),
                    Map.entry("NotEmpty", "missing"),
                    Map.entry("Size", "wrong-length"),
                    Map.entry("Pattern", "wrong-format"),
                    Map.entry("Min", "out-of-range"),
                    Map.entry("Max", "out-of-range"),
                    Map.entry("Positive", "out-of-range"),
                    Map.entry("PositiveOrZero", "out-of-range"));

    private Pointers() {}

    static Fault of(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (var node : violation.getPropertyPath()) {
            if (node.getKey() != null) {
                break;
            }
            appendIndex(pointer, node.getIndex());
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        var constraint =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return new Fault(pointer.toString(), REASONS.getOrDefault(constraint, "invalid"));
    }

    /** A violated promise of our own answer is our failure and not the sender's. */
    static boolean isOurs(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    static Fault of(JsonMappingException broken) {
        var unknown = broken instanceof UnrecognizedPropertyException;
        var known = broken.getPath().size() - (unknown ? 1 : 0);
        var pointer = new StringBuilder();
        for (var step : broken.getPath().subList(0, known)) {
            if (step.getFrom() instanceof Map) {
                break;
            }
            if (step.getFieldName() == null) {
                appendIndex(pointer, step.getIndex());
            } else {
                pointer.append('/').append(step.getFieldName());
            }
        }
        return new Fault(pointer.toString(), unknown ? "unknown-member" : "wrong-format");
    }

    private static void appendIndex(StringBuilder pointer, @Nullable Integer index) {
        if (index != null && index >= 0) {
            pointer.append('/').append(index);
        }
    }
}

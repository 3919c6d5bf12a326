package org.amanet.reports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who it was, as far as the reporter knows, and how they know it: so that whoever reads it can tell
 * what was seen from what was concluded.
 *
 * @param actor a code of the list ACT
 * @param basis a code of the list ATT; where an actor is named without one, it is not known
 * @param words whatever else there is to say about them
 */
public record Suspect(
        @Nullable @Size(max = 40) @Pattern(regexp = "ACT(\\.[A-Z0-9_]+)+") String actor,
        @Nullable @Size(max = 40) @Pattern(regexp = "ATT(\\.[A-Z0-9_]+)+") String basis,
        @Size(max = TRACES_MAX) List<@NotNull @Valid Trace> traces,
        @Nullable @Size(max = WORDS_MAX_CHARACTERS) String words) {

    /** As many rows as a form shows at most; more than anybody knows of one person. */
    private static final int TRACES_MAX = 20;

    /** For what else there is to say about one of them. */
    public static final int WORDS_MAX_CHARACTERS = 1_000;

    private static final String INSIDER = "ACT.INSIDER";
    private static final String UNKNOWN = "ACT.UNK";
    private static final String BASIS_UNKNOWN = "ATT.UNK";

    /** Traces that were left out are none. */
    public Suspect {
        traces = traces == null ? List.of() : traces;
        if (basis == null && actor != null && !actor.equals(UNKNOWN)) {
            basis = BASIS_UNKNOWN;
        }
    }

    /** Somebody in an organisation that should help. */
    @JsonIgnore
    public boolean isInsider() {
        return actor != null && actor.startsWith(INSIDER);
    }

    @Override
    public String toString() {
        return "Suspect";
    }
}

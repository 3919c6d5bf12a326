package org.amanet.dossiers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a caseworker says it was, in the codes of the lists, of either level. There is one for a
 * report.
 *
 * @param lists version of the code lists it was coded with
 */
public record Coding(
        int lists,
        @NotNull @Size(max = 200)
                List<@NotNull @Size(max = 60) @Pattern(regexp = "[A-Z]{3}(\\.[A-Z0-9_]+)+") String>
                        codes)
        implements Paper {
    public Coding {
        codes = codes == null ? List.of() : codes.stream().distinct().sorted().toList();
    }

    @Override
    public String toString() {
        return "Coding";
    }
}

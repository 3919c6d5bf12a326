package org.amanet.reports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Something of theirs that can be searched for: a number, the name of an account, a badge, a plate.
 * Kept as it was written.
 *
 * @param type a code of the list SEL
 */
public record Trace(
        @NotNull @Size(max = 40) @Pattern(regexp = "SEL(\\.[A-Z0-9_]+)+") String type,
        @NotBlank @Size(max = 200) String value) {
    @Override
    public String toString() {
        return "Trace";
    }
}

package org.amanet.dossiers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of what is known, and how: facts and assessments are kept apart from the first day
 * (Directive (EU) 2016/680, Article 7).
 *
 * @param source who told it, or which document says it
 * @param exhibit the file that shows it
 * @param day when it happened, as far as that is known
 */
public record Statement(
        @NotBlank @Size(max = 2_000) String text,
        @NotNull Basis basis,
        @Nullable @Size(max = 300) String source,
        @Nullable UUID exhibit,
        @Nullable @Pattern(regexp = DAY) String day)
        implements Paper {

    /** How it is known. */
    public enum Basis {
        /** The person saw or heard it themselves. */
        OBSERVED,
        /** Somebody told them. */
        HEARD_FROM,
        /** A document or a file says so. */
        DOCUMENT,
        /** The desk concludes it. */
        ASSESSMENT;

        boolean needsSource() {
            return this == HEARD_FROM || this == DOCUMENT;
        }
    }

    /** Whether it is the desk's opinion and no fact. */
    public boolean opinion() {
        return basis == Basis.ASSESSMENT;
    }

    @Override
    public String toString() {
        return "Statement " + basis;
    }
}

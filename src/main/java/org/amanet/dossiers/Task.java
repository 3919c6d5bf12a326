package org.amanet.dossiers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be done.
 *
 * @param due the last day for it
 * @param member who does it
 */
public record Task(
        @NotBlank @Size(max = 500) String what,
        @NotNull LocalDate due,
        @Nullable UUID member,
        boolean done)
        implements Paper {

    /** Whether it should be done by now. */
    public boolean late(LocalDate today) {
        return !done && due.isBefore(today);
    }

    @Override
    public String toString() {
        return "Task due " + due;
    }
}

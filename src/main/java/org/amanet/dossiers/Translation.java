package org.amanet.dossiers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A working translation: help for whoever reads, never evidence. The original stands beside it.
 *
 * @param of what it translates: the account, a message of the conversation by its number from 1, or
 *     a file by its id
 * @param language it is in, as a language tag
 * @param translator by name or alias; for a machine's the program
 * @param machine whether no person wrote it
 * @param reviewer who read it against the original; only a review sets it, another version clears
 *     it
 */
public record Translation(
        @NotNull @Pattern(regexp = OF) String of,
        @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Z][a-z]{3})?") String language,
        @NotBlank @Size(max = TEXT_MAX_CHARACTERS) String text,
        @NotBlank @Size(max = 60) String translator,
        boolean machine,
        @Nullable @Size(max = 60) String reviewer)
        implements Paper {

    /** Of the account itself. */
    public static final String ACCOUNT = "ACCOUNT";

    /** Twice the longest account: some languages need more letters than others. */
    static final int TEXT_MAX_CHARACTERS = 40_000;

    private static final String OF =
            ACCOUNT
                    + "|MESSAGE\\.[1-9]\\d{0,3}|EXHIBIT\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    Translation reviewedBy(@Nullable String reader) {
        return new Translation(of, language, text, translator, machine, reader);
    }

    @Override
    public String toString() {
        return "Translation";
    }
}

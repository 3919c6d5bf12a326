package org.amanet.dossiers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else who may help.
 *
 * @param to the organisation, clinic or lawyer
 * @param help that they may give, a code of the list SUP
 * @param shares whether they learn anything of the report from us: then its reporter must have
 *     allowed it
 */
public record Referral(
        @NotBlank @Size(max = 200) String to,
        @Nullable @Size(max = 40) @Pattern(regexp = "SUP(\\.[A-Z0-9_]+)+") String help,
        @NotNull Reached state,
        boolean shares,
        @Nullable @Size(max = 1_000) String remark)
        implements Paper {

    /** How far it is. */
    public enum Reached {
        /** The person was told of them. */
        OFFERED,
        WANTED,
        DECLINED,
        /** They are in touch. */
        MADE,
        ENDED
    }

    @Override
    public String toString() {
        return "Referral " + state;
    }
}

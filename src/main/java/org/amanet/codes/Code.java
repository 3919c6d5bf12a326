package org.amanet.codes;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a code list: {@code DEM.RETURN} (level 1, what a person taps) or {@code
 * DEM.RETURN.CHINA} (level 2, what a caseworker assigns). Never reused, never translated.
 *
 * @param method4 for means: which of the four methods of Freedom House it counts as
 */
public record Code(
        String code,
        String description,
        @Nullable Method method4,
        int sinceVersion,
        boolean deprecated) {

    /** The four methods that figures are compared by. */
    public enum Method {
        DIRECT,
        CO_OPTING,
        MOBILITY,
        DISTANCE
    }

    /** 1 for {@code DEM.RETURN}, 2 for {@code DEM.RETURN.CHINA}. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public int level() {
        return (int) code.chars().filter(c -> c == '.').count();
    }

    boolean isWithin(Code head) {
        return code.startsWith(head.code + ".");
    }
}

package org.amanet.evidence;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to send.
 *
 * @param receipt who they are: 28 digits
 * @param lookup instead of it, where the sender seals: the receipt's lookup id, base64url
 * @param recipient with it: the reporter's own age1…
 * @param token instead of one of ours, where the sender seals: brought again, it goes on with what
 *     was begun with it, so that whoever can make it again need not keep it
 * @param sealed whether the pieces come sealed; then pieces and pieceBytes say how many and how
 *     much each has room for, and name, type and size are left out
 */
record NewUpload(
        @Nullable @Size(max = 100) String receipt,
        @Nullable @Size(max = 64) String lookup,
        @Nullable @Size(max = 100) String recipient,
        @Nullable @Pattern(regexp = UploadToken.PATTERN) String token,
        boolean sealed,
        @Nullable @Size(max = Particulars.NAME_MAX_CHARACTERS) String name,
        @Nullable @Size(max = Particulars.TYPE_MAX_CHARACTERS) String type,
        @Nullable @Positive Long size,
        @Nullable @Positive Integer pieces,
        @Nullable @Positive Integer pieceBytes) {

    /** What the sender says of it. */
    Progress.Described described() {
        return new Progress.Described(
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(type, ""),
                given(size, "/size"));
    }

    /** How the sender lays it out. */
    Layout layout() {
        Layout layout = new Layout(given(pieceBytes, "/pieceBytes"), given(pieces, "/pieces"));
        if (!layout.exists()) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/pieces", "no-size-step"));
        }
        return layout;
    }

    /** What the sender brings as a token. */
    @Nullable UploadToken ownToken() {
        return token == null ? null : new UploadToken(token);
    }

    private static <T> T given(@Nullable T value, String pointer) {
        if (value == null) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault(pointer, "missing"));
        }
        return value;
    }

    @Override
    public String toString() {
        return "NewUpload";
    }
}

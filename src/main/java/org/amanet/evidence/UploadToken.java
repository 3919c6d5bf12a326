package org.amanet.evidence;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Randomness;
import org.jspecify.annotations.Nullable;

/** What opens one upload and nothing else. It is given out once; only a hash of it is kept. */
record UploadToken(String value) {
    /** The name of the header. */
    static final String HEADER = "Upload-Token";

    /** What one looks like: 32 bytes, base64url. */
    static final String PATTERN = "[A-Za-z0-9_-]{43}";

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final String PURPOSE = "amanet upload v1";

    static UploadToken generate() {
        return new UploadToken(Randomness.token(BYTES));
    }

    /** What somebody brings; what cannot be one leads nowhere. */
    static UploadToken of(@Nullable String brought) {
        if (brought == null || !FORM.matcher(brought).matches()) {
            throw new Refusal(Problem.NOT_FOUND);
        }
        return new UploadToken(brought);
    }

    byte[] hash() {
        return Digests.sha256((PURPOSE + ":" + value).getBytes(StandardCharsets.UTF_8));
    }

    /** What the upload remembers is sealed to this. */
    Identity identity() {
        return Identity.derived(value.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    @Override
    public String toString() {
        return "UploadToken";
    }
}

package org.amanet.audit;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One act, before it has its place in the chain.
 *
 * @param version the version of the part that was sealed, 0 where none was
 * @param detail codes and states only ("NEW to ACKNOWLEDGED"), never what a person wrote
 */
public record Happening(
        Act act,
        Actor actor,
        @Nullable UUID report,
        @Nullable UUID subject,
        int version,
        String detail) {

    private static final Pattern CODES = Pattern.compile("[A-Za-z0-9 _.,:=-]{0,120}");

    /** Refuses whatever does not look like codes: a person's words shall not fit in. */
    public Happening {
        if (!CODES.matcher(detail).matches()) {
            throw new IllegalArgumentException("the audit log takes codes only");
        }
    }

    /** An act without particulars. */
    public static Happening of(Act act, Actor actor) {
        return new Happening(act, actor, null, null, 0, "");
    }

    /** The same, about a report. */
    public Happening about(UUID about) {
        return new Happening(act, actor, about, subject, version, detail);
    }

    /** The same, touching a member or an export. */
    public Happening touching(UUID touched) {
        return new Happening(act, actor, report, touched, version, detail);
    }

    /** The same, having sealed this version of a part. */
    public Happening sealing(UUID part, int sealedVersion) {
        return new Happening(act, actor, report, part, sealedVersion, detail);
    }

    /** The same, with codes. */
    public Happening saying(String codes) {
        return new Happening(act, actor, report, subject, version, codes);
    }
}

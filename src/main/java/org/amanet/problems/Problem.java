package org.amanet.problems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every reason for which this service says no. The name is the contract: it never changes. */
public enum Problem {
    INVALID_REQUEST(400),
    UNREADABLE_JSON(400),
    RECEIPT_MALFORMED(400),
    IDEMPOTENCY_KEY_MISSING(400),
    UNAUTHENTICATED(401),
    VAULT_LOCKED(403),
    VAULT_REFUSED(403),
    VAULT_NOT_ENROLLED(403),
    NOT_VOUCHED(403),
    SELF_APPROVAL(403),
    FOREIGN_ORIGIN(403),
    SECOND_PERSON_NEEDED(403),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    LOST_UPDATE(409),
    ILLEGAL_TRANSITION(409),
    REPORT_CLOSED(409),
    MEMBER_EXCLUDED(409),
    EXCLUSION_UNCHECKED(409),
    LAST_HOLDER(409),
    EXPORT_NOT_READY(409),
    KEY_MISSING(409),
    SEAL_BROKEN(409),
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    WEAK_PASSPHRASE(422),
    IDEMPOTENCY_KEY_REUSED(422),
    NOBODY_COULD_READ(422),
    CONSENT_MISSING(422),
    CONSENT_WITHHELD(422),
    CANNOT_BE_SHOWN(422),
    PRECONDITION_REQUIRED(428),
    PROOF_WANTED(429),
    TOO_MANY_REQUESTS(429),
    READING_TOO_MUCH(429),
    INTERNAL(500),
    BUSY(503),
    UNAVAILABLE(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** The name in addresses: {@code report-closed}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String titleKey() {
        return name().toLowerCase(Locale.ROOT) + ".title";
    }

    String detailKey() {
        return name().toLowerCase(Locale.ROOT) + ".detail";
    }

    static Optional<Problem> ofSlug(@Nullable String slug) {
        return Arrays.stream(values()).filter(problem -> problem.slug().equals(slug)).findFirst();
    }

    /** The general problem of a status that the framework chose. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> INVALID_REQUEST;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : INVALID_REQUEST;
        };
    }
}

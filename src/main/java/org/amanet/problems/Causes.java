package org.amanet.problems;

import io.quarkus.oidc.OIDCException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Looks for a known reason behind an exception that frameworks have wrapped. */
public final class Causes {
    private static final int DEPTH_MAX = 20;

    /** SQLSTATE unique_violation: two did the same at once, and one of them was first. */
    private static final String UNIQUE = "23505";

    private Causes() {}

    /** The refusal that this failure amounts to, where we know one. */
    public static Optional<Refusal> known(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (var depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return Optional.of(new Refusal(Problem.LOST_UPDATE));
            }
            if (cause instanceof SQLException sql && UNIQUE.equals(sql.getSQLState())) {
                return Optional.of(new Refusal(Problem.CONFLICT));
            }
            if (isAbsence(cause)) {
                return Optional.of(new Refusal(Problem.UNAVAILABLE));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /**
     * The database or the sign-in server cannot be reached; a rollback that names no cause is a
     * connection that broke at commit.
     */
    private static boolean isAbsence(Throwable cause) {
        return cause instanceof OIDCException
                || (cause instanceof RollbackException && cause.getCause() == null)
                || cause instanceof ConnectException
                || cause instanceof SQLTransientConnectionException
                || (cause instanceof SQLException sql && isAbsence(sql));
    }

    private static boolean isAbsence(SQLException sql) {
        var state = sql.getSQLState();
        if (state == null) {
            // The pool has no state of its own when it gives up waiting for a connection.
            return sql.getStackTrace().length > 0
                    && sql.getStackTrace()[0].getClassName().startsWith("io.agroal.");
        }
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }
}

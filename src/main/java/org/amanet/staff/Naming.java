package org.amanet.staff;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.postgresql.PGConnection;

/**
 * Tells the database who asks, with every connection that is taken in the request of somebody who
 * signed in, whichever way: its second wall (V18) then shows and changes what that member holds and
 * nothing else. Within a transaction the name ends with it; outside of one it ends when the
 * connection is given back. Whoever signed in and has no key is named as somebody who holds
 * nothing.
 */
@ApplicationScoped
class Naming implements AgroalPoolInterceptor {
    private static final String NAME =
            "select set_config('amanet.member', coalesce((select id from member where subject = ?),"
                    + " '00000000-0000-0000-0000-000000000000')::text, ?)";

    private static final String FORGET = "select set_config('amanet.member', '', false)";

    private final CurrentVertxRequest requests;
    private final Set<PGConnection> named = ConcurrentHashMap.newKeySet();

    Naming(CurrentVertxRequest requests) {
        this.requests = requests;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        subject().ifPresent(asking -> name(connection, asking));
    }

    private void name(Connection connection, String subject) {
        try {
            boolean inTransaction = !connection.getAutoCommit();
            if (!inTransaction) {
                named.add(below(connection));
            }
            try (PreparedStatement name = connection.prepareStatement(NAME)) {
                name.setString(1, subject);
                name.setBoolean(2, inTransaction);
                name.execute();
            }
        } catch (SQLException failed) {
            discard(connection);
            throw new IllegalStateException("the database cannot be told who asks", failed);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        if (!named.remove(below(connection))) {
            return;
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.execute();
        } catch (SQLException failed) {
            discard(connection); // nobody gets it with a name on it
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        named.remove(below(connection));
    }

    private static PGConnection below(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("not a connection of PostgreSQL", e);
        }
    }

    /** Closed, it fails the check that is made before it is lent again. */
    private static void discard(Connection connection) {
        try {
            connection.unwrap(Connection.class).close();
        } catch (SQLException e) {
            throw new IllegalStateException("a connection cannot be closed", e);
        }
    }

    /** Whoever was found to be signed in; nobody is asked to for this. */
    private Optional<String> subject() {
        if (UnnamedActs.here() || !Arc.requireContainer().requestContext().isActive()) {
            return Optional.empty();
        }
        RoutingContext request = requests.getCurrent();
        return request != null
                        && request.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                ? Optional.of(token.getSubject())
                : Optional.empty();
    }
}

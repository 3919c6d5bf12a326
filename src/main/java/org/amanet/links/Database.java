package org.amanet.links;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements on the index, within the running transaction. Plain JDBC: tokens are looked up by the
 * hundred and never change.
 */
@ApplicationScoped
class Database {
    private final AgroalDataSource database;
    private final EntityManager entities;

    Database(AgroalDataSource database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> all(String query, Reading<T> reading, Object... values) {
        flush();
        try (Connection connection = database.getConnection();
                PreparedStatement select = bound(connection, query, values);
                ResultSet rows = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the index cannot be read", e);
        }
    }

    <T> Optional<T> one(String query, Reading<T> reading, Object... values) {
        return all(query, reading, values).stream().findFirst();
    }

    int change(String sql, Object... values) {
        flush();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the index cannot be written", e);
        }
    }

    /** What entities hold back goes first. */
    private void flush() {
        if (entities.isJoinedToTransaction()) {
            entities.flush();
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            boolean many = value instanceof byte[][];
            statement.setObject(
                    i + 1, many ? connection.createArrayOf("bytea", (byte[][]) value) : value);
        }
        return statement;
    }
}

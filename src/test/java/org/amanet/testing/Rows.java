package org.amanet.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.amanet.demo.Stack;

/** A look into the database, and a hand in it: what a thief or an insider there could do. */
public final class Rows {
    private final Stack stack;

    public Rows(Stack stack) {
        this.stack = stack;
    }

    /** The first column of the first row, as text. */
    public String text(String query, Object... values) {
        try (Connection connection = stack.postgres().superuser();
                PreparedStatement select = prepared(connection, query, values);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new AssertionError("no row: " + query);
            }
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The number in the first column of the first row. */
    public long count(String query, Object... values) {
        return Long.parseLong(text(query, values));
    }

    /** Changes exactly one row. */
    public void change(String sql, Object... values) {
        try (Connection connection = stack.postgres().superuser();
                PreparedStatement update = prepared(connection, sql, values)) {
            int changed = update.executeUpdate();
            if (changed != 1) {
                throw new AssertionError(changed + " rows: " + sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}

package org.amanet.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.amanet.demo.Stack;

/** What really stands in the tables. */
public final class Database {
    private Database() {}

    /** The first column of the one row that is found, as text. */
    public static String text(Stack stack, String query, String... arguments) {
        try (Connection connection = stack.postgres().superuser();
                PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setString(i + 1, arguments[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("no row");
                }
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** How many rows a table has. */
    public static long count(Stack stack, String table) {
        return Long.parseLong(text(stack, "select count(*)::text from " + table));
    }
}

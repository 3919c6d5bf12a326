package org.amanet.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.amanet.demo.Stack;

/** What somebody does who holds the database. */
public final class Edits {
    private final Stack stack;

    public Edits(Stack stack) {
        this.stack = stack;
    }

    /** Runs a statement, filled in as {@link String#format} does. */
    public void run(String sql, Object... arguments) {
        try (Connection connection = stack.postgres().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(arguments));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps a row as it is now; closing puts it back. */
    public Kept keep(String table, String id) {
        return keep(table, "id", id);
    }

    /** The same, where the key has another name. */
    public Kept keep(String table, String key, String id) {
        run("create table kept_%s as select * from %1$s where %s = '%s'", table, key, id);
        return new Kept(table, key);
    }

    /** A row to be put back. */
    public final class Kept implements AutoCloseable {
        private final String table;
        private final String key;

        private Kept(String table, String key) {
            this.table = table;
            this.key = key;
        }

        @Override
        public void close() {
            String columns =
                    Database.text(
                            stack,
                            "select string_agg(column_name, ', ' order by ordinal_position)"
                                    + " from information_schema.columns where table_name = ?",
                            table);
            run(
                    "update %s t set (%s) = (select %2$s from kept_%1$s) from kept_%1$s k"
                            + " where t.%s = k.%3$s",
                    table, columns, key);
            run("drop table kept_%s", table);
        }
    }
}

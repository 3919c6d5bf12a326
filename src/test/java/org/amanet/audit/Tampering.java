package org.amanet.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.amanet.demo.Postgres;

/**
 * Edits the log as somebody who holds the database, and puts everything back afterwards, so that
 * other tests find a log that is whole. What the service wrote in between is gone then.
 */
final class Tampering implements AutoCloseable {
    private final Connection connection;

    Tampering(Postgres postgres) throws SQLException {
        this.connection = postgres.superuser();
        run("create table kept_entry as table audit_entry");
        run("create table kept_checkpoint as table audit_checkpoint");
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.setAutoCommit(false);
            run("truncate audit_entry, audit_checkpoint");
            run("alter table audit_entry drop constraint if exists audit_entry_pkey");
            run("alter table audit_entry drop constraint if exists audit_entry_hash_key");
            run("insert into audit_entry table kept_entry");
            run("insert into audit_checkpoint table kept_checkpoint");
            run("alter table audit_entry add primary key (seq), add unique (hash)");
            run("drop table kept_entry, kept_checkpoint");
            connection.commit();
        }
    }
}

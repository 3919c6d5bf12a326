package org.amanet.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The chain as it stands in the database. Plain JDBC: the log is written once and read in order,
 * never as objects that change.
 */
@ApplicationScoped
public class Chain {
    /**
     * A number of our own; every writer of the chain takes this lock until its transaction ends.
     */
    private static final long HEAD_LOCK = 0x616d616e6574L;

    private static final String COLUMNS =
            "seq, at, act, actor_kind, actor, report, subject, version, detail, previous, hash";

    private final AgroalDataSource database;
    private final EntityManager entities;

    Chain(AgroalDataSource database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    void append(List<Trail.Dated> happenings) {
        entities.flush();
        try (Connection connection = database.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + HEAD_LOCK + ")");
            }
            insert(connection, happenings, head(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be written", e);
        }
    }

    private static Head head(Connection connection) throws SQLException {
        String query = "select seq, hash from audit_entry order by seq desc limit 1";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next()
                    ? new Head(row.getLong(1), row.getBytes(2))
                    : new Head(0, Entry.BEFORE_THE_FIRST);
        }
    }

    private static void insert(Connection connection, List<Trail.Dated> happenings, Head start)
            throws SQLException {
        String sql =
                "insert into audit_entry ("
                        + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Head head = start;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Trail.Dated dated : happenings) {
                Entry entry = Entry.after(head.seq(), head.hash(), dated.at(), dated.happening());
                bind(insert, entry);
                insert.addBatch();
                head = new Head(entry.seq(), entry.hash());
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, Entry entry) throws SQLException {
        Happening what = entry.happening();
        insert.setLong(1, entry.seq());
        insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
        insert.setString(3, what.act().name());
        insert.setString(4, what.actor().kind().name());
        insert.setObject(5, what.actor().id());
        insert.setObject(6, what.report());
        insert.setObject(7, what.subject());
        insert.setInt(8, what.version());
        insert.setString(9, what.detail());
        insert.setBytes(10, entry.previous());
        insert.setBytes(11, entry.hash());
    }

    /**
     * Hands over every entry after this number, in order, without holding more than a few hundred
     * at a time.
     */
    public void read(long after, int limit, Consumer<Entry> reader) {
        String query = "select " + COLUMNS + " from audit_entry where seq > ? order by seq limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, after);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.accept(entry(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
    }

    /** All that happened to a report, oldest first. */
    public List<Entry> about(UUID report) {
        String query = "select " + COLUMNS + " from audit_entry where report = ? order by seq";
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, report);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
        return entries;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Actor actor = new Actor(Actor.Kind.valueOf(row.getString(4)), id(row, 5));
        Happening what =
                new Happening(
                        Act.valueOf(row.getString(3)),
                        actor,
                        id(row, 6),
                        id(row, 7),
                        row.getInt(8),
                        row.getString(9));
        OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
        return new Entry(row.getLong(1), at.toInstant(), what, row.getBytes(10), row.getBytes(11));
    }

    private static @Nullable UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private record Head(long seq, byte[] hash) {}
}

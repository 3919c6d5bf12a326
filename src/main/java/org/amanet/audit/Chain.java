package org.amanet.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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

    private static final String LOCK_AND_LOOK =
            "select pg_advisory_xact_lock("
                    + HEAD_LOCK
                    + "); select seq, hash from audit_entry order by seq desc limit 1";

    private final AgroalDataSource database;
    private final AgroalDataSource apart;
    private final EntityManager entities;

    /**
     * Makes the way to the chain.
     *
     * @param apart connections of their own for what is written beside a transaction: whoever
     *     waited there for one of the others, while holding one, could wait for themselves
     */
    Chain(
            AgroalDataSource database,
            @DataSource("apart") AgroalDataSource apart,
            EntityManager entities) {
        this.database = database;
        this.apart = apart;
        this.entities = entities;
    }

    /** Opens the session of the running transaction; when it ends it is too late to open one. */
    void join() {
        entities.isJoinedToTransaction();
    }

    void append(List<Trail.Dated> happenings) {
        entities.flush();
        try (Connection connection = database.getConnection()) {
            insert(connection, happenings, lockedHead(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be written", e);
        }
    }

    void appendAlone(Trail.Dated happening) {
        try (Connection connection = apart.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, List.of(happening), lockedHead(connection));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be written", e);
        }
    }

    /**
     * Two statements in one round trip: the second begins, and looks, only once the first has the
     * lock.
     */
    private static Head lockedHead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK_AND_LOOK);
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? new Head(row.getLong(1), row.getBytes(2)) : Head.NONE;
            }
        }
    }

    private static void insert(Connection connection, List<Trail.Dated> happenings, Head start)
            throws SQLException {
        String sql =
                "insert into audit_entry ("
                        + Rows.LINK
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Head head = start;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Trail.Dated dated : happenings) {
                Link link = Link.after(head.seq(), head.hash(), dated.at(), dated.happening());
                Rows.bind(insert, link);
                insert.addBatch();
                head = Head.of(link);
            }
            insert.executeBatch();
        }
    }

    /**
     * All that happened to a report, oldest first.
     *
     * @throws org.amanet.sealing.SealBroken when one of the entries was edited
     */
    public List<Entry> about(UUID report) {
        return entries("report = ?", report);
    }

    /**
     * What was done about somebody's vouching being withdrawn, oldest first.
     *
     * @throws org.amanet.sealing.SealBroken when one of the entries was edited
     */
    public List<Entry> withdrawalsOf(UUID member) {
        return entries(
                "act in ('VOUCHING_WITHDRAWAL_ASKED', 'VOUCHING_WITHDRAWN') and subject = ?",
                member);
    }

    private List<Entry> entries(String which, UUID id) {
        String query = "select " + Rows.LINK + " from audit_entry where " + which + " order by seq";
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(Entry.of(Rows.link(rows)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
        return entries;
    }
}

package org.amanet.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the log as it stands in the database, in order, a stretch at a time: no memory grows with
 * it, and no transaction stays open while a slow reader takes its time.
 */
@ApplicationScoped
class Walk {
    private static final long STRETCH = 1000;

    private static final String NEXT = "select min(seq) from audit_entry where seq > ?";
    private static final String LINKS =
            "select " + Rows.LINK + " from audit_entry where seq between ? and ? order by seq";
    private static final String AFTER =
            "select " + Rows.LINK + " from audit_entry where seq > ? order by seq limit ?";
    private static final String BEFORE =
            "select " + Rows.LINK + " from audit_entry where seq < ? order by seq desc limit ?";
    private static final String POINTS =
            "select "
                    + Rows.CHECKPOINT
                    + " from audit_checkpoint where seq > ? and seq <= ? order by seq";
    private static final String LAST_POINT =
            "select " + Rows.CHECKPOINT + " from audit_checkpoint order by seq desc limit 1";
    private static final String LAST_LINK = "select max(seq) from audit_entry where seq > ?";

    private final AgroalDataSource database;

    Walk(AgroalDataSource database) {
        this.database = database;
    }

    /** One row of a query, made into what it stands for. */
    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The whole log, up to what stands in it now. */
    void through(LogReader reader) {
        through(Long.MIN_VALUE, reader);
    }

    /**
     * The log after this number. Where rows are missing it goes on behind the gap; what stands
     * twice is read twice.
     */
    void through(long after, LogReader reader) {
        try (Connection connection = database.getConnection()) {
            // Looked up first: what a checkpoint covers that we see now, we shall see as well.
            long lastPoint = lastPoint(connection).map(Checkpoint::seq).orElse(after);
            long end = number(connection, LAST_LINK, after).orElse(after);
            long done = after;
            while (done < end) {
                long from = number(connection, NEXT, done).orElse(end);
                long to = Math.min(from + STRETCH - 1, end);
                List<Link> links = list(connection, LINKS, Rows::link, from, to);
                List<Checkpoint> points =
                        list(connection, POINTS, Rows::checkpoint, done, Math.min(to, lastPoint));
                merge(links, points, reader);
                done = to;
            }
            list(connection, POINTS, Rows::checkpoint, done, lastPoint).forEach(reader::checkpoint);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
    }

    private static void merge(List<Link> links, List<Checkpoint> points, LogReader reader) {
        int next = 0;
        for (Link link : links) {
            while (next < points.size() && points.get(next).seq() < link.seq()) {
                reader.checkpoint(points.get(next++));
            }
            reader.link(link);
        }
        points.subList(next, points.size()).forEach(reader::checkpoint);
    }

    /** Some links after this number, oldest first. */
    List<Link> after(long seq, int limit) {
        return page(AFTER, seq, limit);
    }

    /** Some links before this number, newest first. */
    List<Link> before(long seq, int limit) {
        return page(BEFORE, seq, limit);
    }

    private List<Link> page(String query, long seq, int limit) {
        try (Connection connection = database.getConnection()) {
            return list(connection, query, Rows::link, seq, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
    }

    /** The newest checkpoint, as the database has it. */
    Optional<Checkpoint> lastPoint() {
        try (Connection connection = database.getConnection()) {
            return lastPoint(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
    }

    /** The number of the newest link after this one. */
    Optional<Long> lastLink(long after) {
        try (Connection connection = database.getConnection()) {
            return number(connection, LAST_LINK, after);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log cannot be read", e);
        }
    }

    private static Optional<Checkpoint> lastPoint(Connection connection) throws SQLException {
        return list(connection, LAST_POINT, Rows::checkpoint).stream().findFirst();
    }

    private static Optional<Long> number(Connection connection, String query, long after)
            throws SQLException {
        List<Optional<Long>> found =
                list(
                        connection,
                        query,
                        row -> Optional.ofNullable(row.getObject(1, Long.class)),
                        after);
        return found.getFirst();
    }

    private static <T> List<T> list(
            Connection connection, String query, RowReader<T> reader, long... arguments)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setLong(i + 1, arguments[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }
}

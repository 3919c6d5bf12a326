package org.amanet.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Links and checkpoints as rows. */
final class Rows {
    static final String LINK =
            "seq, at, act, actor_kind, actor, report, subject, version, detail, previous, hash";

    static final String CHECKPOINT = "seq, hash, at, signature";

    private Rows() {}

    static void bind(PreparedStatement insert, Link link) throws SQLException {
        insert.setLong(1, link.seq());
        insert.setObject(2, link.at().atOffset(ZoneOffset.UTC));
        insert.setString(3, link.act());
        insert.setString(4, link.by());
        insert.setObject(5, link.actor());
        insert.setObject(6, link.report());
        insert.setObject(7, link.subject());
        insert.setInt(8, link.version());
        insert.setString(9, link.detail());
        insert.setBytes(10, link.previous());
        insert.setBytes(11, link.hash());
    }

    static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong(1),
                moment(row, 2),
                text(row, 3),
                text(row, 4),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getInt(8),
                text(row, 9),
                bytes(row, 10),
                bytes(row, 11));
    }

    static void bind(PreparedStatement insert, Checkpoint point) throws SQLException {
        insert.setLong(1, point.seq());
        insert.setBytes(2, point.hash());
        insert.setObject(3, point.at().atOffset(ZoneOffset.UTC));
        insert.setBytes(4, point.signature());
    }

    static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(row.getLong(1), bytes(row, 2), moment(row, 3), bytes(row, 4));
    }

    /* The columns are "not null"; whoever edits the rows can edit that too. */

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? Instant.MIN : moment.toInstant();
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }
}

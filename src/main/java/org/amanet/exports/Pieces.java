package org.amanet.exports;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/** The sealed package in the database, a megabyte at a time in both directions. */
@ApplicationScoped
class Pieces {
    private static final int PIECE_BYTES = 1024 * 1024;

    private final AgroalDataSource database;

    Pieces(AgroalDataSource database) {
        this.database = database;
    }

    /** A stream into the pieces of this export, within the running transaction. */
    OutputStream writer(UUID export) {
        return new PieceWriter(export);
    }

    /** Copies the package, piece by piece. */
    void copy(UUID export, OutputStream out) throws IOException {
        int position = 0;
        byte[] piece = read(export, position);
        while (piece.length > 0) {
            out.write(piece);
            position++;
            piece = read(export, position);
        }
    }

    /** Destroys the package. */
    void destroy(UUID export) {
        execute("delete from export_piece where export = ?", export);
    }

    /** Destroys what is left of packages whose time is over. */
    void destroyOverdue(Instant now) {
        execute(
                "delete from export_piece p using export e"
                        + " where e.id = p.export and e.expires_at < ?",
                now.atOffset(ZoneOffset.UTC));
    }

    private byte[] read(UUID export, int position) {
        String query = "select bytes from export_piece where export = ? and position = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, export);
            select.setInt(2, position);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a package cannot be read", e);
        }
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a package cannot be kept", e);
        }
    }

    private final class PieceWriter extends OutputStream {
        private final UUID export;
        private final byte[] piece = new byte[PIECE_BYTES];
        private int filled;
        private int position;

        PieceWriter(UUID export) {
            this.export = export;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int done = 0;
            while (done < length) {
                int step = Math.min(length - done, piece.length - filled);
                System.arraycopy(bytes, offset + done, piece, filled, step);
                filled += step;
                done += step;
                if (filled == piece.length) {
                    flushPiece();
                }
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                flushPiece();
            }
        }

        private void flushPiece() {
            byte[] full = Arrays.copyOf(piece, filled);
            execute(
                    "insert into export_piece (export, position, bytes) values (?, ?, ?)",
                    export,
                    position,
                    full);
            position++;
            filled = 0;
        }
    }
}

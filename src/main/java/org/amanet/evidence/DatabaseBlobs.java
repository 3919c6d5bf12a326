package org.amanet.evidence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In the database, in the transaction of whoever refers to them: there are never any others. */
@ApplicationScoped
@Typed(DatabaseBlobs.class)
class DatabaseBlobs implements BlobStore {
    private static final int SLICE_BYTES = 256 * 1024;

    private final AgroalDataSource database;

    DatabaseBlobs(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public void put(UUID blob, Staged piece) {
        String insert = "insert into blob (id, bytes) values (?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert);
                InputStream bytes = piece.reader()) {
            statement.setObject(1, blob);
            statement.setBinaryStream(2, bytes, Math.toIntExact(piece.size()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a piece cannot be kept", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a piece cannot be read", e);
        }
    }

    @Override
    public InputStream open(UUID blob) {
        return new Slices(blob);
    }

    @Override
    public void destroy(Collection<UUID> blobs) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from blob where id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", blobs.toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("pieces cannot be destroyed", e);
        }
    }

    @Override
    public void sweep(Instant older) {
        // a blob comes and goes with the row that refers to it
    }

    private byte[] slice(UUID blob, long from) {
        String query = "select substring(bytes from ? for ?) from blob where id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setInt(1, Math.toIntExact(from + 1));
            select.setInt(2, SLICE_BYTES);
            select.setObject(3, blob);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new MissingBlob();
                }
                return row.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a piece cannot be read", e);
        }
    }

    /** A slice at a time, so that no reader holds a piece whole. */
    private final class Slices extends InputStream {
        private final UUID blob;
        private byte @Nullable [] slice;
        private int taken;
        private long position;

        Slices(UUID blob) {
            this.blob = blob;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            byte[] now = slice;
            if (now == null || (taken == now.length && taken > 0)) {
                now = slice(blob, position);
                position += now.length;
                slice = now;
                taken = 0;
            }
            if (now.length == 0) {
                return -1;
            }
            int count = Math.min(length, now.length - taken);
            System.arraycopy(now, taken, bytes, offset, count);
            taken += count;
            return count;
        }
    }
}

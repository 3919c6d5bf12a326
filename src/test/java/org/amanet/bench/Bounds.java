package org.amanet.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.amanet.demo.Stack;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.Randomness;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What the machine can do by itself: no submission can be faster than these. */
final class Bounds {
    private final Duration warm;
    private final Duration counted;

    Bounds(Duration warm, Duration counted) {
        this.warm = warm;
        this.counted = counted;
    }

    /** Receipts' Argon2id alone. */
    Load.Figures argon2id(int atOnce) throws Exception {
        byte[] salt = Randomness.bytes(16);
        KdfParameters parameters = KdfParameters.RECEIPT;
        int blocks =
                Argon2BytesGenerator.getBlockCount(
                        parameters.memoryKib(), parameters.parallelism());
        ThreadLocal<FixedBlockPool> memory =
                ThreadLocal.withInitial(() -> new FixedBlockPool(blocks));
        return Load.of(atOnce, warm, counted, () -> derive(parameters, salt, memory.get()));
    }

    private static boolean derive(KdfParameters parameters, byte[] salt, FixedBlockPool memory) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(parameters.memoryKib())
                        .withIterations(parameters.iterations())
                        .withParallelism(parameters.parallelism())
                        .withSalt(salt)
                        .withBlockPool(memory)
                        .build());
        return argon2.generateBytes(Randomness.bytes(28), new byte[64]) == 64;
    }

    /** So many bytes as one row and one commit, into the same PostgreSQL. */
    Load.Figures commits(Stack stack, int atOnce, int bytes) throws Exception {
        try (Connection connection = stack.postgres().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists bench_row (id uuid primary key, bytes bytea)");
        }
        ThreadLocal<Connection> connections =
                ThreadLocal.withInitial(
                        () -> {
                            try {
                                return stack.postgres().superuser();
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        byte[] row = Randomness.bytes(bytes);
        Load.Figures figures = Load.of(atOnce, warm, counted, () -> insert(connections.get(), row));
        try (Connection connection = stack.postgres().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table bench_row");
        }
        return figures;
    }

    private static boolean insert(Connection connection, byte[] row) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bench_row values (?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, row);
            return insert.executeUpdate() == 1;
        }
    }

    /** What one report takes in the database: all its sealed bytes. */
    static int bytesOfOneReport(Stack stack) throws SQLException {
        try (Connection connection = stack.postgres().superuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select (select coalesce(sum(octet_length(sealed)), 0) from part)"
                                        + " + (select coalesce(sum(octet_length(sealed)), 0) from report_grant),"
                                        + " (select count(*) from report)")) {
            row.next();
            return (int) (row.getLong(1) / Math.max(1, row.getLong(2)));
        }
    }
}

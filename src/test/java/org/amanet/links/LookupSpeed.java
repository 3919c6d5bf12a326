package org.amanet.links;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import org.amanet.demo.Stack;
import org.amanet.sealing.BlindIndex;
import org.amanet.sealing.Randomness;

/**
 * {@code bin/bench tokens}: how long it takes to count the other reports that carry the ten
 * selectors of one, among a million tokens, by the statement that the page uses.
 */
public final class LookupSpeed {
    private static final int REPORTS = 100_000;
    private static final int TOKENS_EACH = 10;
    private static final int SHARED = 1_000;
    private static final int ROUNDS = 500;
    private static final String DESK = "bench";

    private static final String REPORT_ROWS =
            """
            insert into report (id, reference, received_hour, touched_hour, language, desk, country,
                band, status, size_class, unread, due_at, kdf_memory, kdf_iterations,
                kdf_parallelism, version)
            select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'B' || n, now(),
                now(), 'en', 'bench', (array['DE', 'FR', 'BE', 'NL'])[1 + n %% 4], 'P3', 'NEW',
                'S', false, now(), 19456, 2, 1, 0
            from generate_series(1, %d) n
            """;

    private LookupSpeed() {}

    public static void main(String[] arguments) throws Exception {
        try (Stack stack =
                        Stack.fresh(
                                Path.of("target/bench"), line -> System.out.println("  " + line));
                Connection connection = stack.postgres().superuser();
                BlindIndex index = BlindIndex.generate()) {
            fill(connection, index);
            double[] millis = new double[ROUNDS];
            for (int round = -ROUNDS / 5; round < ROUNDS; round++) {
                long start = System.nanoTime();
                look(connection, index, round + ROUNDS);
                millis[Math.max(0, round)] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            System.out.printf(
                    "ten selectors among %,d tokens: %.2f ms in the middle, %.2f at the 95th"
                            + " percentile, %.2f at most%n",
                    REPORTS * TOKENS_EACH,
                    millis[ROUNDS / 2],
                    millis[ROUNDS * 95 / 100],
                    millis[ROUNDS - 1]);
        }
    }

    private static UUID report(int number) {
        return UUID.fromString("00000000-0000-4000-9000-%012d".formatted(number));
    }

    /** One selector in ten is shared by a hundred reports, the others by nobody. */
    private static byte[] token(BlindIndex index, int report, int selector) {
        return selector == 0
                ? index.token("SEL.TEL.PHONE", "shared " + report % SHARED)
                : index.token("SEL.TEL.PHONE", report + " " + selector);
    }

    private static void fill(Connection connection, BlindIndex index) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(REPORT_ROWS.formatted(REPORTS));
            statement.execute(
                    "insert into indexed_report select id, desk, 1, true from report"
                            + " where desk = 'bench'");
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into selector_token values ('bench', 1, ?, ?, ?, true)")) {
            for (int report = 1; report <= REPORTS; report++) {
                for (int selector = 0; selector < TOKENS_EACH; selector++) {
                    insert.setBytes(1, token(index, report, selector));
                    insert.setObject(2, report(report));
                    insert.setObject(3, UUID.randomUUID());
                    insert.addBatch();
                }
                if (report % 1_000 == 0) {
                    insert.executeBatch();
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze selector_token, indexed_report, report, report_grant");
        }
    }

    private static void look(Connection connection, BlindIndex index, int round)
            throws SQLException {
        int report = 1 + (round * 7_919 + Randomness.bytes(1)[0] + 128) % REPORTS;
        byte[][] tokens = new byte[TOKENS_EACH][];
        for (int selector = 0; selector < TOKENS_EACH; selector++) {
            tokens[selector] = token(index, report, selector);
        }
        try (PreparedStatement select = connection.prepareStatement(Tokens.COUNTS)) {
            select.setObject(1, UUID.randomUUID());
            select.setString(2, DESK);
            select.setInt(3, 1);
            select.setArray(4, connection.createArrayOf("bytea", tokens));
            select.setObject(5, report(report));
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next() || rows.getLong(2) != REPORTS / SHARED - 1 || rows.next()) {
                    throw new IllegalStateException("not the count that was expected");
                }
            }
        }
    }
}

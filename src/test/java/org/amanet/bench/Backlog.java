package org.amanet.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.amanet.demo.Stack;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Identity;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.Place;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SealedPart;

/**
 * Reports as they stand after years, or after a flood: sealed as always, to one member, put
 * straight into the tables because nobody waits for ten thousand derivations.
 */
final class Backlog {
    private static final int AT_ONCE = 1_000;
    private static final String ACCOUNT = "ACCOUNT";

    private final Stack stack;
    private final UUID member;
    private final Recipient recipient;

    Backlog(Stack stack, UUID member, Recipient recipient) {
        this.stack = stack;
        this.member = member;
        this.recipient = recipient;
    }

    /** A row and its parts, as they are stored. */
    private record Made(UUID id, String band, byte[] grant, List<Sealed> parts) {}

    private record Sealed(UUID id, String kind, byte[] bytes) {}

    /** Adds so many of these bands by turns, each with the same account. */
    void add(int count, String account, String... bands) {
        for (int done = 0; done < count; done += AT_ONCE) {
            int first = done;
            List<Made> some =
                    IntStream.range(first, Math.min(first + AT_ONCE, count))
                            .parallel()
                            .mapToObj(one -> made(account, bands[one % bands.length]))
                            .toList();
            store(some);
        }
    }

    private Made made(String account, String band) {
        UUID report = UUID.randomUUID();
        try (Identity key = Identity.generate()) {
            String told =
                    """
                    {"language":"en","danger":"NO","account":"%s","demands":[],"means":[],"channels":[],
                    "urgency":[],"excluded":[],"insider":false}"""
                            .formatted(account);
            byte[] encoded = key.encodedBytes();
            Place place = new Place(report, member, "GRANT", ACCOUNT, 1);
            byte[] grant = SealedPart.seal(place, encoded, List.of(recipient));
            Digests.wipe(encoded);
            return new Made(
                    report,
                    band,
                    grant,
                    List.of(
                            part(report, ACCOUNT, told, key),
                            part(
                                    report,
                                    "TRIAGE",
                                    "{\"band\":\"" + band + "\",\"rules\":[\"DANGER.NO\"]}",
                                    key)));
        }
    }

    private static Sealed part(UUID report, String kind, String content, Identity key) {
        UUID id = UUID.randomUUID();
        byte[] plain = content.getBytes(StandardCharsets.UTF_8);
        Place place = new Place(report, id, kind, ACCOUNT, 1);
        return new Sealed(id, kind, SealedPart.seal(place, plain, List.of(key.recipient())));
    }

    private void store(List<Made> some) {
        try (Connection connection = stack.postgres().superuser();
                PreparedStatement reports =
                        connection.prepareStatement(
                                "insert into report (id, reference, received_hour, touched_hour,"
                                        + " language, desk, band, status, size_class, unread, due_at,"
                                        + " kdf_memory, kdf_iterations, kdf_parallelism, version)"
                                        + " values (?, ?, ?, ?, 'en', 'north', ?, 'NEW', 'S', true, ?,"
                                        + " ?, ?, ?, 0)");
                PreparedStatement grants =
                        connection.prepareStatement(
                                "insert into report_grant (report, compartment, holder, sealed)"
                                        + " values (?, 'ACCOUNT', ?, ?)");
                PreparedStatement parts =
                        connection.prepareStatement(
                                "insert into part (id, version, report, kind, compartment, hour,"
                                        + " sealed) values (?, 1, ?, ?, 'ACCOUNT', now(), ?)")) {
            connection.setAutoCommit(false);
            for (Made one : some) {
                add(reports, one);
                add(grants, one.id(), member, one.grant());
                for (Sealed part : one.parts()) {
                    add(parts, part.id(), one.id(), part.kind(), part.bytes());
                }
            }
            reports.executeBatch();
            grants.executeBatch();
            parts.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(PreparedStatement reports, Made one) throws SQLException {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Duration left = Duration.ofMinutes(ThreadLocalRandom.current().nextLong(1, 10_000));
        String reference = "L" + one.id().toString().substring(0, 13);
        KdfParameters kdf = KdfParameters.RECEIPT;
        add(
                reports,
                one.id(),
                reference,
                Timestamp.from(hour),
                Timestamp.from(hour),
                one.band(),
                Timestamp.from(hour.plus(left)),
                kdf.memoryKib(),
                kdf.iterations(),
                kdf.parallelism());
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.addBatch();
    }
}

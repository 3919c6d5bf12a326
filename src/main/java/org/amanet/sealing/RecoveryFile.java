package org.amanet.sealing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes to the machine with the recovery key, in lines of text: whose key shall open which
 * reports, who stands for that key down to the root, and the grants, sealed to the recovery key.
 *
 * @param kind of the ceremony
 * @param member who receives
 * @param recipient the member's key
 */
public record RecoveryFile(
        UUID ceremony,
        String kind,
        UUID member,
        String recipient,
        List<Voucher> vouchers,
        List<Lock> locks) {
    /** Stands for the offline recovery identity among holders. */
    public static final UUID HOLDER = new UUID(0, 2);

    private static final String OUT = "amanet-recovery-v1";
    private static final String BACK = "amanet-recovered-v1";
    private static final String VOUCHER = "vouching";
    private static final String LOCK = "grant";
    private static final String SIGNATURE = "signature";
    private static final String ROOT = "root";

    /** A signed line: who stands for whose key. Without a voucher it is the root. */
    public record Voucher(@Nullable UUID voucher, String statement, byte[] signature) {
        @Override
        public String toString() {
            return "Voucher";
        }
    }

    /** The key of one compartment of a report, sealed. */
    public record Lock(UUID report, String compartment, byte[] sealed) {
        String line() {
            return String.join(" ", LOCK, report.toString(), compartment, base64(sealed)) + "\n";
        }

        static Lock read(String[] words) {
            return new Lock(UUID.fromString(words[1]), words[2], bytes(words[3]));
        }

        @Override
        public String toString() {
            return "Lock of " + report;
        }
    }

    /** The file. */
    public String text() {
        StringBuilder text = new StringBuilder(head(OUT));
        for (Voucher one : vouchers) {
            String by = one.voucher() == null ? ROOT : one.voucher().toString();
            text.append(String.join(" ", VOUCHER, by, base64(one.signature()), one.statement()))
                    .append('\n');
        }
        locks.forEach(lock -> text.append(lock.line()));
        return text.toString();
    }

    private String head(String format) {
        return String.join(" ", format, ceremony.toString(), kind, member.toString(), recipient)
                + "\n";
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException when it is none
     */
    static RecoveryFile read(String text) {
        String[] lines = lines(text);
        String[] head = words(lines[0], 5, OUT);
        List<Voucher> vouchers = new ArrayList<>();
        List<Lock> locks = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith(VOUCHER + " ")) {
                String[] words = words(lines[i], 4, VOUCHER);
                UUID by = words[1].equals(ROOT) ? null : UUID.fromString(words[1]);
                vouchers.add(new Voucher(by, words[3], bytes(words[2])));
            } else {
                locks.add(Lock.read(words(lines[i], 4, LOCK)));
            }
        }
        return new RecoveryFile(
                UUID.fromString(head[1]),
                head[2],
                UUID.fromString(head[3]),
                head[4],
                vouchers,
                locks);
    }

    /** What goes back: the same grants, sealed to the member, and the root's word for it. */
    String answer(List<Lock> sealedAnew, SigningKey root) {
        StringBuilder text = new StringBuilder(head(BACK));
        sealedAnew.forEach(lock -> text.append(lock.line()));
        byte[] signature = root.sign(text.toString().getBytes(StandardCharsets.UTF_8));
        return text + SIGNATURE + " " + base64(signature) + "\n";
    }

    /**
     * What came back.
     *
     * @param signed all of it but the signature
     */
    public record Returned(
            UUID ceremony,
            UUID member,
            String recipient,
            List<Lock> locks,
            String signed,
            byte[] signature) {
        /**
         * Reads it; whether the signature is the root's is for others to see.
         *
         * @throws IllegalArgumentException when it is none
         */
        public static Returned read(String text) {
            String[] lines = lines(text);
            String[] head = words(lines[0], 5, BACK);
            List<Lock> locks = new ArrayList<>();
            for (int i = 1; i < lines.length - 1; i++) {
                locks.add(Lock.read(words(lines[i], 4, LOCK)));
            }
            String last = lines[lines.length - 1];
            return new Returned(
                    UUID.fromString(head[1]),
                    UUID.fromString(head[3]),
                    head[4],
                    locks,
                    String.join("\n", List.of(lines).subList(0, lines.length - 1)) + "\n",
                    bytes(words(last, 2, SIGNATURE)[1]));
        }

        /** The grant of one compartment. */
        public Optional<byte[]> lock(UUID report, String compartment) {
            return locks.stream()
                    .filter(lock -> lock.report().equals(report))
                    .filter(lock -> lock.compartment().equals(compartment))
                    .map(Lock::sealed)
                    .findFirst();
        }

        @Override
        public String toString() {
            return "Returned of " + ceremony;
        }
    }

    private static String[] lines(String text) {
        return text.strip().replace("\r\n", "\n").split("\n", -1);
    }

    private static String[] words(String line, int count, String first) {
        String[] words = line.split(" ", count);
        if (words.length != count || !words[0].equals(first)) {
            throw new IllegalArgumentException("not a file of a recovery");
        }
        return words;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
        return "RecoveryFile of " + ceremony;
    }
}

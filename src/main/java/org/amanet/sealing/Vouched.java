package org.amanet.sealing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A member as a statement says, whose signatures lead down to the root. */
record Vouched(String alias, String role, String desk, Recipient recipient, VerifyingKey key) {
    private static final String FORMAT = "amanet-vouching-v1";
    private static final int LONGEST_CHAIN = 8;

    /** The member, where the root stands for them, itself or through leads. */
    static Optional<Vouched> of(
            UUID member, List<RecoveryFile.Voucher> vouchers, VerifyingKey root) {
        return of(member, vouchers, root, LONGEST_CHAIN);
    }

    private static Optional<Vouched> of(
            UUID member, List<RecoveryFile.Voucher> vouchers, VerifyingKey root, int remaining) {
        if (remaining == 0) {
            return Optional.empty();
        }
        return vouchers.stream()
                .filter(line -> fields(line).getOrDefault("member", "").equals(member.toString()))
                .filter(line -> isGenuine(line, vouchers, root, remaining))
                .map(line -> read(fields(line)))
                .findFirst();
    }

    private static boolean isGenuine(
            RecoveryFile.Voucher line,
            List<RecoveryFile.Voucher> vouchers,
            VerifyingKey root,
            int remaining) {
        UUID by = line.voucher();
        Optional<VerifyingKey> key =
                by == null
                        ? Optional.of(root)
                        : of(by, vouchers, root, remaining - 1)
                                .filter(lead -> lead.role().equals("LEAD"))
                                .map(Vouched::key);
        byte[] statement = line.statement().getBytes(StandardCharsets.UTF_8);
        return key.filter(one -> one.verify(statement, line.signature())).isPresent();
    }

    private static Map<String, String> fields(RecoveryFile.Voucher line) {
        Map<String, String> fields = new LinkedHashMap<>();
        String[] words = line.statement().split(" ", -1);
        if (words[0].equals(FORMAT)) {
            for (String word : words) {
                int end = word.indexOf('=');
                fields.putIfAbsent(word.substring(0, Math.max(end, 0)), word.substring(end + 1));
            }
        }
        return fields;
    }

    private static Vouched read(Map<String, String> fields) {
        return new Vouched(
                URLDecoder.decode(fields.getOrDefault("alias", ""), StandardCharsets.UTF_8),
                fields.getOrDefault("role", ""),
                fields.getOrDefault("desk", ""),
                Recipient.parse(fields.getOrDefault("recipient", "")),
                VerifyingKey.parse(fields.getOrDefault("verifying", "")));
    }
}

package org.amanet.sealing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The offline half of a recovery. The file is believed in nothing: a key counts only where
 * signatures lead from it down to the root, and where a person has heard how its fingerprint ends.
 */
final class Recovering {
    private static final int HEARD_CHARACTERS = 8;

    private final PrintStream out;
    private final BufferedReader in;

    Recovering(PrintStream out, BufferedReader in) {
        this.out = out;
        this.in = in;
    }

    /** Whether what goes back was written, beside the file. */
    boolean run(Path recoveryKey, Path file) throws IOException {
        try (Identity recovery = Identity.parse(Files.readString(recoveryKey).strip())) {
            RecoveryFile asked = RecoveryFile.read(Files.readString(file));
            Optional<Vouched> member =
                    Vouched.of(asked.member(), asked.vouchers(), recovery.verifyingKey())
                            .filter(one -> one.recipient().encoded().equals(asked.recipient()));
            if (member.isEmpty()) {
                out.println("REFUSED: nobody whom the root key trusts stands for this key.");
                return false;
            }
            if (!isHeard(asked, member.get())) {
                out.println("REFUSED: this is not how the fingerprint ends. Nothing was written.");
                return false;
            }
            write(asked, member.get(), recovery, file);
            return true;
        } catch (IllegalArgumentException e) {
            out.println("REFUSED: this is not a file of a recovery.");
            return false;
        }
    }

    private boolean isHeard(RecoveryFile asked, Vouched member) throws IOException {
        long reports = asked.locks().stream().map(RecoveryFile.Lock::report).distinct().count();
        out.println("Ceremony:    " + asked.kind() + " " + asked.ceremony());
        out.println("Receives:    " + member.alias() + ", " + member.role() + ", " + member.desk());
        out.println("Reports:     " + reports);
        String fingerprint = member.recipient().fingerprint();
        int hidden = HEARD_CHARACTERS + HEARD_CHARACTERS / 4;
        out.println("Fingerprint: " + fingerprint.substring(0, fingerprint.length() - hidden));
        out.println("Call this person, let them read their fingerprint, compare the beginning,");
        out.println("and type the last 8 characters as you hear them:");
        out.flush();
        String typed = in.readLine();
        return typed != null && plain(fingerprint).endsWith(plain(typed)) && isWhole(typed);
    }

    private static boolean isWhole(String typed) {
        return plain(typed).length() == HEARD_CHARACTERS;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private void write(RecoveryFile asked, Vouched member, Identity recovery, Path file)
            throws IOException {
        List<RecoveryFile.Lock> anew = new ArrayList<>();
        for (RecoveryFile.Lock lock : asked.locks()) {
            try {
                anew.add(sealedAnew(lock, asked, member, recovery));
            } catch (SealBroken broken) {
                out.println("Does not open and is left out: " + lock.report());
            }
        }
        Path back = file.resolveSibling(file.getFileName() + ".sealed");
        try (SigningKey root = recovery.signingKey()) {
            Files.writeString(back, asked.answer(anew, root));
        }
        out.println("Sealed anew: " + anew.size() + ". Take this file back: " + back);
    }

    private static RecoveryFile.Lock sealedAnew(
            RecoveryFile.Lock lock, RecoveryFile asked, Vouched member, Identity recovery) {
        byte[] key =
                SealedPart.open(
                        Place.ofGrant(lock.report(), RecoveryFile.HOLDER, lock.compartment()),
                        lock.sealed(),
                        recovery);
        try {
            return new RecoveryFile.Lock(
                    lock.report(),
                    lock.compartment(),
                    SealedPart.seal(
                            Place.ofGrant(lock.report(), asked.member(), lock.compartment()),
                            key,
                            List.of(member.recipient())));
        } finally {
            Digests.wipe(key);
        }
    }
}

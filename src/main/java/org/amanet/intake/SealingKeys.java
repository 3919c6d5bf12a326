package org.amanet.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.amanet.sealing.KdfParameters;
import org.amanet.sealing.KeyDerivation;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Member;
import org.amanet.staff.StaffConfig;
import org.amanet.staff.Vouchings;

/** What somebody needs to seal a report by themselves. */
@ApplicationScoped
class SealingKeys {
    private final Desks desks;
    private final Vouchings vouchings;
    private final StaffConfig staff;
    private final KeyDerivation derivation;

    SealingKeys(Desks desks, Vouchings vouchings, StaffConfig staff, KeyDerivation derivation) {
        this.desks = desks;
        this.vouchings = vouchings;
        this.staff = staff;
        this.derivation = derivation;
    }

    /**
     * All of it. Only the vouchings say whose key it is: everything about a member is read from the
     * statement that somebody signed.
     *
     * @param rootKey Ed25519 (base64); every chain of vouchings ends at it
     * @param recovery the offline identity's public half, which holds every report
     */
    record Published(
            String rootKey,
            String recovery,
            Receipts receipts,
            List<PublishedDesk> desks,
            List<Vouchings.Signed> vouchings) {}

    /** How a receipt becomes an identity: Argon2id (RFC 9106), then HKDF. */
    record Receipts(String salt, int memoryKib, int iterations, int parallelism) {}

    /**
     * A desk.
     *
     * @param languages those that somebody there reads; none: all
     * @param holders who receives a new report there
     */
    record PublishedDesk(
            String slug,
            String name,
            Set<String> countries,
            Set<String> languages,
            String alternate,
            List<UUID> holders) {}

    /** As it is now. */
    @Transactional
    Published published() {
        KdfParameters kdf = KdfParameters.RECEIPT;
        List<PublishedDesk> all = new ArrayList<>();
        Set<Member> members = new LinkedHashSet<>();
        for (Desk desk : desks.all()) {
            List<Member> holders = vouchings.holdersOf(desk);
            members.addAll(holders);
            all.add(
                    new PublishedDesk(
                            desk.slug(),
                            desk.name(),
                            new TreeSet<>(desk.countries()),
                            new TreeSet<>(desk.languages()),
                            desk.alternate(),
                            holders.stream().map(holder -> holder.id).toList()));
        }
        return new Published(
                staff.rootKey(),
                staff.recoveryRecipient(),
                new Receipts(
                        derivation.receiptSalt(),
                        kdf.memoryKib(),
                        kdf.iterations(),
                        kdf.parallelism()),
                all,
                vouchings.linesOf(members));
    }
}

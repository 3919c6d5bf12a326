package org.amanet.links;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.amanet.sealing.Digests;
import org.amanet.sealing.Place;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPart;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;

/** What colleagues say to each other about two reports, sealed to those whom it is for. */
final class SealedText {
    private SealedText() {}

    /** Where it belongs: the report that it is about, and the row with what kind of text. */
    record Spot(UUID report, UUID row, String kind) {
        private Place place() {
            return new Place(report, row, kind, "", 1);
        }
    }

    static byte[] seal(Spot spot, String text, Collection<Member> people) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        try {
            return SealedPart.seal(
                    spot.place(), plain, people.stream().map(Member::sealTo).distinct().toList());
        } finally {
            Digests.wipe(plain);
        }
    }

    /** Nothing where it is for others, or was moved here. */
    static Optional<String> open(Spot spot, byte[] sealed, OpenedVault vault) {
        try {
            byte[] plain = SealedPart.open(spot.place(), sealed, vault.identity());
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (SealBroken broken) {
            return Optional.empty();
        }
    }
}

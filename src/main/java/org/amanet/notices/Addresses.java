package org.amanet.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.amanet.sealing.Identity;
import org.amanet.sealing.Place;
import org.amanet.sealing.SealBroken;
import org.amanet.sealing.SealedPart;
import org.amanet.staff.SharedKey;

/**
 * Mail addresses as they lie in the database: sealed to a key that the servers share, who have to
 * read them while nobody is signed in. Each is bound to its member.
 */
@ApplicationScoped
class Addresses {
    static final int MAX_CHARACTERS = 254;

    private static final String PURPOSE = "amanet notices v1";
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9._+'-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final SharedKey shared;

    Addresses(SharedKey shared) {
        this.shared = shared;
    }

    /** Whether mail can go there, as far as can be seen. */
    static boolean isPlain(String address) {
        return address.length() <= MAX_CHARACTERS && PLAIN.matcher(address).matches();
    }

    byte[] seal(UUID member, String address) {
        try (Identity key = shared.of(PURPOSE)) {
            byte[] content = address.getBytes(StandardCharsets.US_ASCII);
            return SealedPart.seal(place(member), content, List.of(key.recipient()));
        }
    }

    /** Nothing where it is another's, or of a key of before. */
    Optional<String> open(UUID member, byte[] sealed) {
        try (Identity key = shared.of(PURPOSE)) {
            byte[] content = SealedPart.open(place(member), sealed, key);
            return Optional.of(new String(content, StandardCharsets.US_ASCII));
        } catch (SealBroken broken) {
            return Optional.empty();
        }
    }

    private static Place place(UUID member) {
        return new Place(member, member, "NOTICE", "", 1);
    }
}

package org.amanet.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyedTagTest {
    private final KeyedTag tag = new KeyedTag(Identity.generate());
    private final KeyedTag other = new KeyedTag(Identity.generate());

    @Test
    void markedIdIsKnownWithTheKeyAlone() {
        for (int i = 0; i < 200; i++) {
            UUID id = tag.markedId();
            assertTrue(tag.marks(id));
            assertFalse(other.marks(id));
            assertFalse(tag.marks(UUID.randomUUID()));
            assertEquals(4, id.version());
            assertEquals(2, id.variant());
        }
    }

    @Test
    void oneBitMoreIsAnotherId() {
        UUID id = tag.markedId();
        assertFalse(
                tag.marks(new UUID(id.getMostSignificantBits() ^ 1, id.getLeastSignificantBits())));
        assertFalse(
                tag.marks(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1)));
    }

    @Test
    void sameTextGivesTheSameIdUnderOneKey() {
        assertEquals(tag.id("a"), tag.id("a"));
        assertNotEquals(tag.id("a"), tag.id("b"));
        assertNotEquals(tag.id("a"), other.id("a"));
    }
}

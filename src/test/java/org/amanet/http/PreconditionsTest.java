package org.amanet.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/** What a request that changes something has to bring: entity tag and idempotency key. */
class PreconditionsTest {
    private static void assertRefused(Problem problem, Runnable request) {
        assertEquals(problem, assertThrows(Refusal.class, request::run).problem());
    }

    @Property
    void aTagIsReadAsItIsWritten(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long version) {
        String tag = EntityTags.of(version);
        assertEquals(version, EntityTags.seen(tag));
        assertEquals(version, EntityTags.seen(" " + tag + " "));
        EntityTags.require(tag, version);
        assertRefused(Problem.PRECONDITION_FAILED, () -> EntityTags.require(tag, version + 1));
    }

    @Example
    void withoutATagNothingIsChanged() {
        assertRefused(Problem.PRECONDITION_REQUIRED, () -> EntityTags.seen(null));
        assertRefused(Problem.PRECONDITION_REQUIRED, () -> EntityTags.require(null, 1));
    }

    /** A star or a list would let through whoever saw nothing; a weak tag promises too little. */
    @Example
    void anyOtherTagIsRefused() {
        for (String tag :
                new String[] {
                    "",
                    "*",
                    "v1",
                    "\"1\"",
                    "W/\"v1\"",
                    "\"v1\", \"v2\"",
                    "\"v-1\"",
                    "\"v\"",
                    "\"v1234567890123456789\"",
                    "\"v\u0661\"",
                    "\"v1\"x",
                    "\"v1\n\"",
                }) {
            assertRefused(Problem.PRECONDITION_FAILED, () -> EntityTags.seen(tag));
        }
    }

    @Example
    void aKeyHasAtLeast128Bits() {
        for (String key :
                new String[] {
                    "a".repeat(22),
                    "a".repeat(128),
                    "0123456789-_ABCDEFGHIJ",
                    "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                }) {
            assertEquals(key, IdempotencyKeys.require(key));
        }
    }

    @Example
    void aKeyThatIsMissingOrWeakOrOddIsRefused() {
        for (String key :
                new String[] {
                    null,
                    "",
                    "a".repeat(21),
                    "a".repeat(129),
                    "a".repeat(21) + " ",
                    "a".repeat(22) + "\n",
                    "a".repeat(21) + "\u00E4",
                    "a".repeat(21) + "/",
                    "\u0661".repeat(22),
                }) {
            assertRefused(Problem.IDEMPOTENCY_KEY_MISSING, () -> IdempotencyKeys.require(key));
        }
    }
}

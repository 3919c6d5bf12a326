package org.amanet.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.amanet.sealing.SigningKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainVerifierTest {
    private static final int LENGTH = 20;

    private final List<Link> links = Logs.chain(LENGTH);

    private static void assertBroken(long seq, Breach why, Verdict verdict) {
        assertEquals(new Verdict.Broken(seq, why), verdict.broken());
    }

    @Nested
    class Untouched {
        @Test
        void isIntact() {
            Verdict verdict = Logs.verdict(links, Logs.signed(links.get(9)));
            assertNull(verdict.broken());
            assertEquals(LENGTH, verdict.entries());
            assertEquals(Head.of(links.getLast()), verdict.head());
            assertEquals(Logs.signed(links.get(9)), verdict.checkpoint());
        }

        @Test
        void isIntactWhenEmpty() {
            assertTrue(Logs.verdict(List.of()).isIntact());
        }

        @Test
        void goesOnFromACheckpoint() {
            ChainVerifier verifier =
                    new ChainVerifier(Logs.KEY.verifyingKey(), Logs.signed(links.get(9)));
            links.subList(10, LENGTH).forEach(verifier::link);
            assertTrue(verifier.verdict().isIntact());
            assertEquals(Head.of(links.getLast()), verifier.verdict().head());
        }
    }

    @Nested
    class Edited {
        /** One change of each field, nothing else. */
        private static final Map<String, UnaryOperator<Link>> EDITS =
                Map.ofEntries(
                        Map.entry("at", link -> with(link, "at")),
                        Map.entry("act", link -> with(link, "act")),
                        Map.entry("by", link -> with(link, "by")),
                        Map.entry("actor", link -> with(link, "actor")),
                        Map.entry("no actor", link -> with(link, "no actor")),
                        Map.entry("report", link -> with(link, "report")),
                        Map.entry("no report", link -> with(link, "no report")),
                        Map.entry("subject", link -> with(link, "subject")),
                        Map.entry("no subject", link -> with(link, "no subject")),
                        Map.entry("version", link -> with(link, "version")),
                        Map.entry("detail", link -> with(link, "detail")),
                        Map.entry("previous", link -> with(link, "previous")),
                        Map.entry("hash", link -> with(link, "hash")));

        private static Link with(Link link, String edit) {
            UUID other = Logs.id("other", 1);
            return new Link(
                    link.seq(),
                    edit.equals("at") ? link.at().plusSeconds(1) : link.at(),
                    edit.equals("act") ? "STATUS_UNCHANGED" : link.act(),
                    edit.equals("by") ? "LEAD" : link.by(),
                    either(edit, "actor", other, link.actor()),
                    either(edit, "report", other, link.report()),
                    either(edit, "subject", other, link.subject()),
                    edit.equals("version") ? link.version() + 1 : link.version(),
                    edit.equals("detail") ? "A to C" : link.detail(),
                    edit.equals("previous") ? flipped(link.previous()) : link.previous(),
                    edit.equals("hash") ? flipped(link.hash()) : link.hash());
        }

        private static UUID either(String edit, String field, UUID other, UUID own) {
            if (edit.equals("no " + field)) {
                return null;
            }
            return edit.equals(field) ? other : own;
        }

        private static byte[] flipped(byte[] bytes) {
            byte[] copy = bytes.clone();
            copy[31] ^= 1;
            return copy;
        }

        @Test
        void aChangeOfAnyFieldOfAnyEntryIsNamed() {
            EDITS.forEach(
                    (field, edit) -> {
                        for (int i = 0; i < LENGTH; i++) {
                            List<Link> edited = new ArrayList<>(links);
                            edited.set(i, edit.apply(links.get(i)));
                            assertBroken(i + 1, Breach.EDITED, Logs.verdict(edited));
                        }
                    });
        }

        @Test
        void withItsHashMadeAnewNoLongerCarriesTheNextEntry() {
            List<Link> edited = new ArrayList<>(links);
            edited.set(6, with(links.get(6), "act").closed());
            assertBroken(8, Breach.NOT_FOLLOWING, Logs.verdict(edited));
        }

        @Test
        void wordsMovedFromOneFieldToTheNextGiveAnotherHash() {
            Link link = links.getFirst();
            Link moved =
                    new Link(
                            link.seq(),
                            link.at(),
                            link.act() + "1:",
                            link.by(),
                            null,
                            null,
                            null,
                            0,
                            link.detail(),
                            link.previous(),
                            link.hash());
            Link other =
                    new Link(
                            link.seq(),
                            link.at(),
                            link.act(),
                            "1:" + link.by(),
                            null,
                            null,
                            null,
                            0,
                            link.detail(),
                            link.previous(),
                            link.hash());
            assertNotEquals(moved.closed(), other.closed());
        }
    }

    @Nested
    class Deleted {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 10, 19})
        void oneEntryIsNamed(int seq) {
            List<Link> cut = new ArrayList<>(links);
            cut.remove(seq - 1);
            assertBroken(seq, Breach.MISSING, Logs.verdict(cut));
        }

        @Test
        void thatWasSignedIsMissingAndNotCutOff() {
            List<Link> cut = new ArrayList<>(links);
            cut.remove(9);
            ChainVerifier verifier = new ChainVerifier(Logs.KEY.verifyingKey());
            cut.subList(0, 9).forEach(verifier::link);
            verifier.checkpoint(Logs.signed(links.get(9)));
            cut.subList(9, LENGTH - 1).forEach(verifier::link);
            assertBroken(10, Breach.MISSING, verifier.verdict());
        }

        @Test
        void withTheRestNumberedAnewIsNamedWhereTheyWereJoined() {
            List<Link> cut = new ArrayList<>(links.subList(0, 9));
            for (Link link : links.subList(10, LENGTH)) {
                cut.add(numbered(link, link.seq() - 1));
            }
            assertBroken(10, Breach.EDITED, Logs.verdict(cut));
        }

        @Test
        void withTheRestChainedAnewIsNamedByTheCheckpoint() {
            List<Link> cut = Logs.grown(links.subList(0, 9), 10, "B to A");
            assertBroken(12, Breach.NOT_AS_SIGNED, Logs.verdict(cut, Logs.signed(links.get(11))));
        }
    }

    @Nested
    class Moved {
        @Test
        void neighboursThatChangedPlacesLeaveAGap() {
            List<Link> swapped = new ArrayList<>(links);
            Collections.swap(swapped, 4, 5);
            assertBroken(5, Breach.MISSING, Logs.verdict(swapped));
        }

        @Test
        void neighboursThatChangedNumbersAreEdited() {
            List<Link> swapped = new ArrayList<>(links);
            swapped.set(4, numbered(links.get(5), 5));
            swapped.set(5, numbered(links.get(4), 6));
            assertBroken(5, Breach.EDITED, Logs.verdict(swapped));
        }

        @Test
        void anEntryThatStandsTwiceIsOutOfOrder() {
            List<Link> doubled = new ArrayList<>(links);
            doubled.add(7, links.get(6));
            assertBroken(7, Breach.OUT_OF_ORDER, Logs.verdict(doubled));
        }

        @Test
        void anEntryBeforeTheFirstIsOutOfOrder() {
            List<Link> more = new ArrayList<>(links);
            more.addFirst(numbered(links.getFirst(), 0));
            assertBroken(0, Breach.OUT_OF_ORDER, Logs.verdict(more));
        }

        @Test
        void anInsertedEntryDoesNotFit() {
            List<Link> more = new ArrayList<>(links.subList(0, 5));
            more.addAll(Logs.grown(more, 1, "B to A").subList(5, 6));
            links.subList(5, LENGTH).forEach(link -> more.add(numbered(link, link.seq() + 1)));
            assertBroken(7, Breach.EDITED, Logs.verdict(more));
        }
    }

    @Nested
    class CutOff {
        @Test
        void beforeACheckpointIsNamedFromTheFirstMissing() {
            Verdict verdict = Logs.verdict(links.subList(0, 12), Logs.signed(links.get(15)));
            assertBroken(13, Breach.CUT_OFF, verdict);
        }

        @Test
        void wholeIsNamedByAnyCheckpoint() {
            assertBroken(1, Breach.CUT_OFF, Logs.verdict(List.of(), Logs.signed(links.get(15))));
        }

        @Test
        void withItsCheckpointsIsNamedByWhoeverRemembersTheHead() {
            ChainVerifier verifier = new ChainVerifier(Logs.KEY.verifyingKey());
            verifier.expect(Head.of(links.getLast()));
            Logs.feed(verifier, links.subList(0, 12), Logs.signed(links.get(9)));
            assertBroken(13, Breach.NOT_AS_KNOWN, verifier.verdict());
        }
    }

    @Nested
    class Forked {
        private final List<Link> fork = Logs.grown(links.subList(0, 9), 11, "B to A");

        @Test
        void isNamedByTheFirstCheckpointBehindTheFork() {
            Verdict verdict =
                    Logs.verdict(
                            fork,
                            Logs.signed(links.get(4)),
                            Logs.signed(links.get(9)),
                            Logs.signed(links.get(19)));
            assertBroken(10, Breach.NOT_AS_SIGNED, verdict);
            assertEquals(Logs.signed(links.get(4)), verdict.checkpoint());
        }

        @Test
        void behindTheLastCheckpointIsNamedByWhoeverRemembersTheHead() {
            ChainVerifier verifier = new ChainVerifier(Logs.KEY.verifyingKey());
            verifier.expect(Head.of(links.get(14)));
            Logs.feed(verifier, fork, Logs.signed(links.get(8)));
            assertBroken(15, Breach.NOT_AS_KNOWN, verifier.verdict());
        }

        @Test
        void goingOnFromACheckpointDoesNotFollowIt() {
            ChainVerifier verifier =
                    new ChainVerifier(Logs.KEY.verifyingKey(), Logs.signed(links.get(9)));
            fork.subList(10, LENGTH).forEach(verifier::link);
            assertBroken(11, Breach.NOT_FOLLOWING, verifier.verdict());
        }
    }

    @Nested
    class Signed {
        private final Checkpoint honest = Logs.signed(links.get(9));

        @Test
        void withAnotherKeyIsForged() {
            Checkpoint forged =
                    Checkpoint.over(Head.of(links.get(9)), Logs.NOON, SigningKey.generate());
            assertBroken(10, Breach.CHECKPOINT_FORGED, Logs.verdict(links, forged));
        }

        @Test
        void everyByteOfTheSignatureCounts() {
            IntStream.range(0, honest.signature().length)
                    .forEach(
                            i -> {
                                byte[] flipped = honest.signature().clone();
                                flipped[i] ^= 1;
                                Checkpoint edited =
                                        new Checkpoint(10, honest.hash(), honest.at(), flipped);
                                assertBroken(
                                        10, Breach.CHECKPOINT_FORGED, Logs.verdict(links, edited));
                            });
        }

        @Test
        void aShortOrMissingSignatureIsForged() {
            for (int length : new int[] {0, 1, 63}) {
                byte[] cut = Arrays.copyOf(honest.signature(), length);
                Checkpoint edited = new Checkpoint(10, honest.hash(), honest.at(), cut);
                assertBroken(10, Breach.CHECKPOINT_FORGED, Logs.verdict(links, edited));
            }
        }

        @Test
        void itsTimeAndPlaceCannotBeChanged() {
            Checkpoint later =
                    new Checkpoint(
                            10, honest.hash(), honest.at().plusSeconds(1), honest.signature());
            Checkpoint elsewhere =
                    new Checkpoint(11, links.get(10).hash(), honest.at(), honest.signature());
            assertBroken(10, Breach.CHECKPOINT_FORGED, Logs.verdict(links, later));
            assertBroken(11, Breach.CHECKPOINT_FORGED, Logs.verdict(links, elsewhere));
        }
    }

    private static Link numbered(Link link, long seq) {
        return new Link(
                seq,
                link.at(),
                link.act(),
                link.by(),
                link.actor(),
                link.report(),
                link.subject(),
                link.version(),
                link.detail(),
                link.previous(),
                link.hash());
    }
}

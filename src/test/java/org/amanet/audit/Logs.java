package org.amanet.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.amanet.sealing.SigningKey;

/** Logs made for tests, by the same code that makes real ones. */
final class Logs {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final SigningKey KEY = SigningKey.generate();

    private Logs() {}

    /** A chain of so many links, every field of each filled. */
    static List<Link> chain(int length) {
        return grown(List.of(), length, "A to B");
    }

    /** The same links and so many more. */
    static List<Link> grown(List<Link> start, int more, String detail) {
        List<Link> links = new ArrayList<>(start);
        for (int i = 0; i < more; i++) {
            Head head = links.isEmpty() ? Head.NONE : Head.of(links.getLast());
            links.add(
                    Link.after(
                            head.seq(),
                            head.hash(),
                            NOON.plusSeconds(head.seq()),
                            happening(head.seq(), detail)));
        }
        return links;
    }

    static Happening happening(long number, String detail) {
        return new Happening(
                Act.STATUS_CHANGED,
                new Actor(Actor.Kind.CASEWORKER, id("actor", number)),
                id("report", number),
                id("subject", number),
                3,
                detail);
    }

    static UUID id(String what, long number) {
        return UUID.nameUUIDFromBytes((what + number).getBytes(StandardCharsets.UTF_8));
    }

    static Checkpoint signed(Link link) {
        return Checkpoint.over(Head.of(link), NOON, KEY);
    }

    /** Checks links, with a checkpoint after each of those that are given. */
    static Verdict verdict(List<Link> links, Checkpoint... checkpoints) {
        ChainVerifier verifier = new ChainVerifier(KEY.verifyingKey());
        feed(verifier, links, checkpoints);
        return verifier.verdict();
    }

    static void feed(LogReader reader, List<Link> links, Checkpoint... checkpoints) {
        List<Checkpoint> waiting = new ArrayList<>(List.of(checkpoints));
        for (Link link : links) {
            reader.link(link);
            while (!waiting.isEmpty() && waiting.getFirst().seq() <= link.seq()) {
                reader.checkpoint(waiting.removeFirst());
            }
        }
        waiting.forEach(reader::checkpoint);
    }
}

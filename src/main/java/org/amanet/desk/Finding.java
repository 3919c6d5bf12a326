package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amanet.languages.Wanted;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Band;
import org.amanet.reports.PartKind;
import org.amanet.reports.Search;
import org.amanet.reports.Status;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.jspecify.annotations.Nullable;

/** Looks for words in all that a member may open, and tells as it goes on. */
@ApplicationScoped
class Finding {
    static final int TEXT_MAX_CHARACTERS = 200;

    private final CurrentMember current;
    private final Search search;

    Finding(CurrentMember current, Search search) {
        this.current = current;
        this.search = search;
    }

    /**
     * What was found, or how far it is.
     *
     * @param found none where only more of them were read
     * @param read how many have been looked through
     * @param of how many there are
     */
    record Told(@Nullable Match found, int read, int of) {}

    /**
     * A report that has the words.
     *
     * @param where in which of its parts
     * @param spelt whether all stand there as they are, apart from the script; otherwise something
     *     sounds like them
     */
    record Match(
            UUID id,
            String reference,
            Band band,
            Status status,
            Set<PartKind> where,
            boolean spelt) {
        static Match of(Search.Hit hit) {
            return new Match(
                    hit.report().id,
                    hit.report().reference,
                    hit.report().band,
                    hit.report().status,
                    hit.where(),
                    hit.spelt());
        }
    }

    /** Whoever is told. */
    @FunctionalInterface
    interface Listener {
        /**
         * Hears it.
         *
         * @throws IOException when they have gone; nothing more is opened then
         */
        void hear(Told told) throws IOException;
    }

    /**
     * Begins with nothing opened yet.
     *
     * @throws Refusal where the vault is locked, or there is nothing to look for
     */
    Run begin(@Nullable String text) {
        String words = text == null ? "" : text;
        Wanted wanted = Wanted.of(words);
        if (wanted.isEmpty()) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/text", "missing"));
        }
        if (words.length() > TEXT_MAX_CHARACTERS) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/text", "wrong-length"));
        }
        Member member = current.member();
        OpenedVault vault = current.vault();
        return new Run(member, vault, wanted, search.begin(member));
    }

    /** A search on its way. */
    final class Run {
        private final Member member;
        private final OpenedVault vault;
        private final Wanted wanted;
        private final List<UUID> reports;

        private Run(Member member, OpenedVault vault, Wanted wanted, List<UUID> reports) {
            this.member = member;
            this.vault = vault;
            this.wanted = wanted;
            this.reports = reports;
        }

        int size() {
            return reports.size();
        }

        /** Looks through all of them, until whoever listens has gone. */
        void to(Listener listener) throws IOException {
            for (int read = 0; read < reports.size(); read += Search.STEP) {
                int next = Math.min(read + Search.STEP, reports.size());
                List<UUID> some = reports.subList(read, next);
                for (Search.Hit hit : search.through(member, vault, some, wanted)) {
                    listener.hear(new Told(Match.of(hit), next, reports.size()));
                }
                listener.hear(new Told(null, next, reports.size()));
            }
        }
    }
}

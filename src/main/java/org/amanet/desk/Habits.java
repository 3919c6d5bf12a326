package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.MemberLeft;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;

/** The filters that somebody keeps for themselves, by name. */
@ApplicationScoped
class Habits {
    static final int NAME_MAX_CHARACTERS = 60;
    static final int QUERY_MAX_CHARACTERS = 400;

    /** More than anybody finds again. */
    static final int FILTERS_MAX = 20;

    private final CurrentMember current;

    Habits(CurrentMember current) {
        this.current = current;
    }

    /** All of them, by name; what cannot be opened any more is left out. */
    List<SavedFilter.Words> all() {
        OpenedVault vault = current.vault();
        return SavedFilter.of(current.member().id).stream()
                .flatMap(filter -> filter.open(vault).stream())
                .sorted(Comparator.comparing(SavedFilter.Words::name))
                .toList();
    }

    /** Keeps one more. */
    @Transactional
    SavedFilter.Words keep(String name, QueueQuery query) {
        Member member = current.member();
        String line = name.strip();
        boolean oneLine = line.chars().noneMatch(Character::isISOControl);
        if (line.isEmpty() || line.length() > NAME_MAX_CHARACTERS || !oneLine) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/name", "wrong-length"));
        }
        query.filter(member);
        if (SavedFilter.of(member.id).size() >= FILTERS_MAX) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/name", "no-room"));
        }
        SavedFilter filter = SavedFilter.seal(line, query.filters(), current.vault());
        filter.persist();
        return new SavedFilter.Words(filter.id, line, query.filters());
    }

    /** Seals anew what opens with the key of before. */
    @Transactional
    void renew() {
        OpenedVault vault = current.vault();
        for (SavedFilter filter : SavedFilter.of(current.member().id)) {
            filter.open(vault).ifPresent(words -> renew(filter, words, vault));
        }
    }

    private static void renew(SavedFilter filter, SavedFilter.Words words, OpenedVault vault) {
        filter.delete();
        SavedFilter.seal(words.name(), words.query(), vault).persist();
    }

    /** Of a member who has left none is kept. */
    @Transactional(TxType.MANDATORY)
    void dropAll(@Observes MemberLeft left) {
        SavedFilter.delete("member", left.member());
    }

    /** Gives one up; of somebody else's nothing is known here. */
    @Transactional
    void drop(String id) {
        try {
            if (SavedFilter.remove(UUID.fromString(id), current.member().id)) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            // the same answer below
        }
        throw new Refusal(Problem.NOT_FOUND);
    }
}

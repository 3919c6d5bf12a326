package org.amanet.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.Member;

/** Whether somebody is told, and how: for each member to decide, and nobody else. */
@ApplicationScoped
class Choosing {
    private final Ways ways;
    private final Addresses addresses;
    private final Notices notices;
    private final Trail trail;

    Choosing(Ways ways, Addresses addresses, Notices notices, Trail trail) {
        this.ways = ways;
        this.addresses = addresses;
        this.notices = notices;
        this.trail = trail;
    }

    /**
     * What somebody has chosen.
     *
     * @param address for mail; empty otherwise, or where it cannot be read any more
     * @param open what can be chosen here
     */
    record Choice(Way way, String address, Set<Way> open) {
        public boolean mail() {
            return open.contains(Way.MAIL);
        }

        @Override
        public String toString() {
            return "Choice";
        }
    }

    /** What stands now. */
    @Transactional
    Choice of(Member member) {
        Optional<NoticeWish> wish = NoticeWish.of(member.id);
        String address =
                wish.map(one -> one.sealed)
                        .flatMap(kept -> addresses.open(member.id, kept))
                        .orElse("");
        return new Choice(wish.map(one -> one.way).orElse(Way.NONE), address, ways.openTo(member));
    }

    /**
     * From now on so; what waits to be told is forgotten.
     *
     * @throws Refusal where this way is not open, or mail cannot go to that address
     */
    @Transactional
    void choose(Member member, Way way, String address) {
        if (!ways.openTo(member).contains(way)) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/way", "unknown"));
        }
        if (way == Way.MAIL && !Addresses.isPlain(address)) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/address", "wrong-format"));
        }
        notices.lookedIn(member.id);
        if (way == Way.NONE) {
            NoticeWish.deleteById(member.id);
        } else {
            byte[] sealed = way == Way.MAIL ? addresses.seal(member.id, address) : null;
            NoticeWish.made(member.id, way, sealed).persist();
        }
        trail.record(
                Happening.of(Act.NOTICES_CHANGED, member.actor())
                        .touching(member.id)
                        .saying(way.name()));
    }
}

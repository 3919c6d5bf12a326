package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.codes.Codes;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.Enclosed;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Selector;
import org.amanet.reports.Selectors;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;
import org.amanet.staff.Unnamed;
import org.jspecify.annotations.Nullable;

/**
 * What a member does with the selectors of one report. Everything begins with opening it; comparing
 * them with other reports has a line of its own in the log.
 */
@ApplicationScoped
class Selecting {
    private static final String LIST = "SEL";

    private final CurrentMember current;
    private final Access access;
    private final IndexKeys keys;
    private final Selectors selectors;
    private final Indexing indexing;
    private final Tokens tokens;
    private final Linking linking;
    private final Codes codes;
    private final Trail trail;

    Selecting(
            CurrentMember current,
            Access access,
            IndexKeys keys,
            Selectors selectors,
            Indexing indexing,
            Tokens tokens,
            Linking linking,
            Codes codes,
            Trail trail) {
        this.current = current;
        this.access = access;
        this.keys = keys;
        this.selectors = selectors;
        this.indexing = indexing;
        this.tokens = tokens;
        this.linking = linking;
        this.codes = codes;
        this.trail = trail;
    }

    /** An open report and, where its key has come, the index of its desk. */
    private record Open(OpenedReport report, @Nullable DeskIndex index) {}

    private <T> T opened(UUID id, Function<Open, T> act) {
        Member member = current.member();
        try (OpenedReport opened = access.open(id, member, current.vault())) {
            boolean ownDesk = opened.report().desk.equals(member.desk);
            Optional<DeskIndex> index =
                    ownDesk ? keys.open(member, current.vault()) : Optional.empty();
            try {
                return act.apply(new Open(opened, index.orElse(null)));
            } finally {
                index.ifPresent(DeskIndex::close);
            }
        }
    }

    /** The selectors of a report and how many others carry each. */
    @Unnamed
    @Transactional
    LinksView look(UUID id) {
        return opened(id, this::view);
    }

    private LinksView view(Open open) {
        OpenedReport opened = open.report();
        List<Selector.Kept> kept = opened.selectors();
        Map<UUID, Tokens.Match> matches = matches(open, kept);
        return new LinksView(
                opened.id(),
                opened.report().reference,
                open.index() != null,
                kept.stream().map(one -> SelectorView.of(one, matches.get(one.id()))).toList(),
                Suggestions.of(opened),
                files(opened),
                linking.of(opened));
    }

    private Map<UUID, Tokens.Match> matches(Open open, List<Selector.Kept> kept) {
        DeskIndex index = open.index();
        if (index == null || kept.isEmpty()) {
            return Map.of();
        }
        Member member = current.member();
        indexing.catchUp(open.report(), index);
        trail.record(
                Happening.of(Act.SELECTORS_MATCHED, member.actor())
                        .about(open.report().id())
                        .saying("selectors=" + kept.size()));
        return tokens.matches(index, member, open.report().id(), kept);
    }

    private static List<NamedFile> files(OpenedReport opened) {
        return opened.enclosed(Map.class).stream().map(Selecting::file).toList();
    }

    private static NamedFile file(Enclosed<Map> enclosed) {
        Map<?, ?> content = enclosed.content();
        Object name = content == null ? null : content.get("name");
        return new NamedFile(enclosed.id(), Objects.toString(name, ""));
    }

    /** Puts one down. */
    @Transactional
    void add(UUID id, NewSelector wish) {
        opened(
                id,
                open -> {
                    require(open.report(), wish);
                    return added(open, List.of(wish));
                });
    }

    /**
     * Takes over what the reporter wrote: one, under a type that may be more exact, or all that is
     * left.
     *
     * @param number of the suggestion; all of them where there is none
     */
    @Transactional
    void takeOver(
            UUID id, @Nullable Integer number, @Nullable String type, @Nullable String country) {
        opened(
                id,
                open -> {
                    List<NewSelector> wishes =
                            Suggestions.of(open.report()).stream()
                                    .filter(one -> number == null || one.number() == number)
                                    .map(
                                            one ->
                                                    NewSelector.of(
                                                            one,
                                                            Objects.requireNonNullElse(
                                                                    type, one.type()),
                                                            country))
                                    .toList();
                    if (wishes.isEmpty()) {
                        throw new Refusal(Problem.CONFLICT); // a colleague was quicker
                    }
                    wishes.forEach(wish -> require(open.report(), wish));
                    return added(open, wishes);
                });
    }

    private List<Selector.Kept> added(Open open, List<NewSelector> wishes) {
        Member member = current.member();
        List<Selector> more = wishes.stream().map(wish -> wish.by(member.alias)).toList();
        List<Selector.Kept> all = selectors.add(open.report(), member, more);
        indexing.changed(open.report(), all, open.index());
        return all;
    }

    private void require(OpenedReport opened, NewSelector wish) {
        if (!codes.knows(LIST, wish.type())) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/type", "unknown"));
        }
        if (wish.exhibit() != null && !opened.encloses(wish.exhibit())) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/exhibit", "unknown"));
        }
        boolean turned =
                wish.firstSeen() != null
                        && wish.lastSeen() != null
                        && wish.lastSeen().isBefore(wish.firstSeen());
        if (turned) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/lastSeen", "before-first"));
        }
    }

    /** Withdraws one. */
    @Transactional
    void withdraw(UUID id, UUID selector) {
        opened(
                id,
                open -> {
                    List<Selector.Kept> left =
                            selectors.withdraw(open.report(), current.member(), selector);
                    tokens.removeSelector(id, selector);
                    return left;
                });
    }
}

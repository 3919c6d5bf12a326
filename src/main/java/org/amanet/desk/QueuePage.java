package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.amanet.codes.Codes;
import org.amanet.codes.Countries;
import org.amanet.http.Slice;
import org.amanet.languages.Language;
import org.amanet.reports.Band;
import org.amanet.reports.Stage;
import org.amanet.reports.Status;
import org.amanet.reports.Tally;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Member;
import org.amanet.staff.Person;
import org.amanet.staff.Role;
import org.jspecify.annotations.Nullable;

/** What waits for whoever looks. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class QueuePage {
    private final CurrentMember current;
    private final Waiting waiting;
    private final Tally tally;
    private final Colleagues colleagues;
    private final Habits habits;
    private final Codes codes;
    private final Clock clock;

    QueuePage(
            CurrentMember current,
            Waiting waiting,
            Tally tally,
            Colleagues colleagues,
            Habits habits,
            Codes codes,
            Clock clock) {
        this.current = current;
        this.waiting = waiting;
        this.tally = tally;
        this.colleagues = colleagues;
        this.habits = habits;
        this.codes = codes;
        this.clock = clock;
    }

    @GET
    public TemplateInstance queue(
            @BeanParam QueueQuery query,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        Slice<QueueRow> page = waiting.page(query);
        List<Row> rows = page.items().stream().map(row -> row(row, language)).toList();
        String first = "/desk?" + query.filters();
        String next = page.next() == null ? null : "/desk?" + query.from(page.next());
        Frame frame = current.frame(language, "queue");
        return new Queue(
                        language,
                        frame,
                        rows,
                        query,
                        Choices.in(language),
                        current.member().id,
                        colleagues(),
                        habits.all(),
                        first,
                        next,
                        Amounts.of(tally.of(current.member()), current.member()))
                .setLocale(language.locale());
    }

    /** Leads give to others; everybody else takes. */
    private List<Standing.Colleague> colleagues() {
        Member member = current.member();
        return member.role == Role.LEAD ? colleagues.of(member) : List.of();
    }

    private Row row(QueueRow row, Language language) {
        return new Row(
                row,
                Rule.of(row.rules(), codes, language),
                Left.until(row.dueAt(), clock.instant()),
                row.country() == null ? "" : Countries.name(row.country(), language),
                Language.of(row.language()).map(Language::ownName).orElse(row.language()));
    }

    /**
     * The queue.
     *
     * @param colleagues to whom whoever looks may give something
     * @param filters those that whoever looks has kept
     * @param first the address of the first page
     * @param next that of the following page, if there is one
     * @param amounts how much waits in all
     */
    record Queue(
            Language language,
            Frame frame,
            List<Row> rows,
            QueueQuery query,
            Choices choices,
            UUID me,
            List<Standing.Colleague> colleagues,
            List<SavedFilter.Words> filters,
            String first,
            @Nullable String next,
            Amounts amounts)
            implements TemplateInstance {}

    /** A row with what is said in words. */
    record Row(QueueRow it, List<Rule> rules, Left left, String country, String tongue) {
        /** Whether so much of the time has run that it is said. */
        public boolean running() {
            return it.stage() != Stage.EARLY;
        }
    }

    /**
     * How much waits, as it is written on the page: more than can be counted ends with a plus.
     *
     * @param late told to leads: three quarters of the time are over, or all of it
     * @param over told to whoever is on duty and to leads: the time is over
     * @param aside a flood must not bury what is real without anybody seeing it
     */
    record Amounts(
            List<Amount> bands,
            @Nullable String late,
            @Nullable String over,
            @Nullable String aside) {
        static Amounts of(Tally.Counts counts, Member asking) {
            boolean lead = asking.role == Role.LEAD;
            return new Amounts(
                    counts.bands().entrySet().stream()
                            .map(one -> new Amount(one.getKey(), text(one.getValue())))
                            .toList(),
                    lead ? some(counts.late()) : null,
                    lead || asking.duty ? some(counts.over()) : null,
                    some(counts.aside()));
        }

        private static @Nullable String some(int count) {
            return count == 0 ? null : text(count);
        }

        private static String text(int count) {
            return count < Tally.MOST ? Integer.toString(count) : Tally.MOST - 1 + "+";
        }
    }

    /** How much waits in a band. */
    record Amount(Band band, String count) {}

    /** What the queue can be narrowed down by. */
    record Choices(
            List<Band> bands,
            List<Stage> stages,
            List<Status> statuses,
            List<Status> deeds,
            List<Language> languages,
            List<Country> countries) {
        static Choices in(Language language) {
            return new Choices(
                    List.of(Band.values()),
                    List.of(Stage.HALF, Stage.THREE_QUARTERS, Stage.OVER),
                    List.of(Status.values()),
                    List.of(
                            Status.ACKNOWLEDGED,
                            Status.IN_TRIAGE,
                            Status.QUARANTINED,
                            Status.CLOSED),
                    Language.offered(),
                    Countries.in(language).stream()
                            .map(code -> new Country(code, Countries.name(code, language)))
                            .toList());
        }
    }

    /** A country and its name. */
    record Country(String code, String name) {}
}

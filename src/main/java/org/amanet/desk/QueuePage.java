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
import org.amanet.codes.Codes;
import org.amanet.codes.Countries;
import org.amanet.http.Slice;
import org.amanet.languages.Language;
import org.amanet.reports.Band;
import org.amanet.reports.Status;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/** What waits for whoever looks. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class QueuePage {
    private final CurrentMember current;
    private final Waiting waiting;
    private final Codes codes;
    private final Clock clock;

    QueuePage(CurrentMember current, Waiting waiting, Codes codes, Clock clock) {
        this.current = current;
        this.waiting = waiting;
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
        String first = "/desk?" + query.from(null);
        String next = page.next() == null ? null : "/desk?" + query.from(page.next());
        Frame frame = current.frame(language, "queue");
        return new Queue(
                        language,
                        frame,
                        rows,
                        query,
                        Choices.in(language),
                        first,
                        next,
                        waiting.aside())
                .setLocale(language.locale());
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
     * @param first the address of the first page
     * @param next that of the following page, if there is one
     * @param aside how many were put aside
     */
    record Queue(
            Language language,
            Frame frame,
            List<Row> rows,
            QueueQuery query,
            Choices choices,
            String first,
            @Nullable String next,
            long aside)
            implements TemplateInstance {}

    /** A row with what is said in words. */
    record Row(QueueRow it, List<Rule> rules, Left left, String country, String tongue) {}

    /** What the queue can be narrowed down by. */
    record Choices(
            List<Band> bands,
            List<Status> statuses,
            List<Language> languages,
            List<Country> countries) {
        static Choices in(Language language) {
            return new Choices(
                    List.of(Band.values()),
                    List.of(Status.values()),
                    Language.offered(),
                    Countries.in(language).stream()
                            .map(code -> new Country(code, Countries.name(code, language)))
                            .toList());
        }
    }

    /** A country and its name. */
    record Country(String code, String name) {}
}

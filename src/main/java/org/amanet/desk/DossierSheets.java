package org.amanet.desk;

import static org.amanet.desk.DossierSheet.Item;
import static org.amanet.desk.DossierSheet.Moment;
import static org.amanet.desk.DossierSheet.Original;
import static org.amanet.desk.DossierSheet.Section;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amanet.codes.Codes;
import org.amanet.dossiers.Coding;
import org.amanet.dossiers.Dossier;
import org.amanet.dossiers.EarlierAccount;
import org.amanet.dossiers.Filed;
import org.amanet.dossiers.Involved;
import org.amanet.dossiers.Paper;
import org.amanet.dossiers.Referral;
import org.amanet.dossiers.Statement;
import org.amanet.dossiers.Task;
import org.amanet.dossiers.Translation;
import org.amanet.languages.Dates;
import org.amanet.languages.Language;
import org.amanet.reports.Account;
import org.amanet.reports.Answer;
import org.amanet.reports.Message;

/** Lays the dossier of a case out for its page. */
@ApplicationScoped
class DossierSheets {
    private final Paperwork paperwork;
    private final Clock clock;

    DossierSheets(Paperwork paperwork, Clock clock) {
        this.paperwork = paperwork;
        this.clock = clock;
    }

    DossierSheet of(CaseView view, Typed typed, Language language) {
        Dossier dossier = view.dossier();
        Layout layout = new Layout(dossier, typed);
        String translated = language.tag();
        return new DossierSheet(
                layout.section(
                        Translation.class,
                        DossierSheets::ofTheAccount,
                        PaperForm.with("kind", "TRANSLATION", "language", translated)),
                layout.section(Translation.class, one -> !ofTheAccount(one), Map.of()),
                layout.section(
                        Statement.class,
                        one -> !one.opinion(),
                        PaperForm.with("kind", "STATEMENT", "basis", "OBSERVED")),
                layout.section(Statement.class, Statement::opinion, Map.of()),
                layout.section(Involved.class, one -> true, PaperForm.with("kind", "INVOLVED")),
                layout.section(
                        EarlierAccount.class,
                        one -> true,
                        PaperForm.with("kind", "EARLIER_ACCOUNT")),
                layout.section(Task.class, one -> true, PaperForm.with("kind", "TASK")),
                layout.section(Referral.class, one -> true, PaperForm.with("kind", "REFERRAL")),
                layout.section(Coding.class, one -> true, told(view.account())),
                originals(view),
                timeline(view),
                LocalDate.ofInstant(clock.instant(), Dates.ZONE));
    }

    private static boolean ofTheAccount(Translation translation) {
        return translation.of().equals(Translation.ACCOUNT);
    }

    /** What the reporter tapped is where the coding begins. */
    private static Map<String, String> told(Account account) {
        String codes =
                Stream.of(
                                account.demands(),
                                account.means(),
                                account.channels(),
                                account.urgency(),
                                account.evidence(),
                                account.wishes())
                        .flatMap(List::stream)
                        .collect(Collectors.joining(" "));
        return PaperForm.with(
                "kind", "CODING", "lists", String.valueOf(Codes.VERSION), "codes", codes);
    }

    private static List<Original> originals(CaseView view) {
        List<Original> all = new ArrayList<>();
        all.add(new Original(Translation.ACCOUNT, 0, ""));
        for (int number = 1; number <= view.messages().size(); number++) {
            all.add(new Original("MESSAGE." + number, number, ""));
        }
        view.exhibits().stream()
                .filter(ExhibitView::readable)
                .map(
                        file ->
                                new Original(
                                        "EXHIBIT." + file.id(),
                                        0,
                                        Objects.toString(file.name(), "")))
                .forEach(all::add);
        return all;
    }

    private static List<Moment> timeline(CaseView view) {
        List<Moment> all = new ArrayList<>();
        for (Filed<Statement> one : view.dossier().of(Statement.class)) {
            Statement statement = one.paper();
            if (statement.day() != null) {
                Moment.Kind kind = statement.opinion() ? Moment.Kind.ASSESSMENT : Moment.Kind.FACT;
                all.add(new Moment(statement.day(), kind, statement.text()));
            }
        }
        all.add(came(view.receivedHour(), Moment.Kind.RECEIVED));
        for (Message message : view.messages()) {
            boolean desk = message.author() == Message.Author.DESK;
            all.add(came(message.hour(), desk ? Moment.Kind.ANSWER : Moment.Kind.REPLY));
        }
        for (Answer answer : view.answers()) {
            all.add(came(answer.hour(), Moment.Kind.REPLY));
        }
        for (ExhibitView file : view.exhibits()) {
            all.add(came(file.hour(), Moment.Kind.FILE));
        }
        all.sort(Comparator.comparing(Moment::day));
        return all;
    }

    private static Moment came(Instant hour, Moment.Kind kind) {
        return new Moment(Dates.hour(hour), kind, "");
    }

    /** Papers as sections, with whatever was typed in the one form that was sent. */
    private final class Layout {
        private final Dossier dossier;
        private final Typed typed;

        private Layout(Dossier dossier, Typed typed) {
            this.dossier = dossier;
            this.typed = typed;
        }

        private <P extends Paper> Section<P> section(
                Class<P> kind, Predicate<P> which, Map<String, String> more) {
            List<Item<P>> items =
                    dossier.of(kind).stream()
                            .filter(filed -> which.test(filed.paper()))
                            .map(this::item)
                            .toList();
            String name = more.getOrDefault("kind", "");
            return new Section<>(items, PaperForm.fresh(name, more, typed));
        }

        private <P extends Paper> Item<P> item(Filed<P> filed) {
            Map<String, String> fields = paperwork.fields(filed.paper());
            return new Item<>(filed, PaperForm.of(filed.id(), filed.version(), fields, typed));
        }
    }
}

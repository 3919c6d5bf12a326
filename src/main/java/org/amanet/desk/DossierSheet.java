package org.amanet.desk;

import java.time.LocalDate;
import java.util.List;
import org.amanet.dossiers.Coding;
import org.amanet.dossiers.EarlierAccount;
import org.amanet.dossiers.Filed;
import org.amanet.dossiers.Involved;
import org.amanet.dossiers.Paper;
import org.amanet.dossiers.Referral;
import org.amanet.dossiers.Statement;
import org.amanet.dossiers.Task;
import org.amanet.dossiers.Translation;

/**
 * The dossier of a case on its page: what stands there, each with a form to change it, and a form
 * for more.
 *
 * @param translations of the account
 * @param others translations of messages and files
 * @param coding one at most
 * @param timeline what happened, as far as it has a day, and what came when, the earliest first
 */
record DossierSheet(
        Section<Translation> translations,
        Section<Translation> others,
        Section<Statement> facts,
        Section<Statement> assessments,
        Section<Involved> people,
        Section<EarlierAccount> earlier,
        Section<Task> tasks,
        Section<Referral> referrals,
        Section<Coding> coding,
        List<Original> originals,
        List<Moment> timeline,
        LocalDate today) {

    /** The lists that a caseworker codes with, in the order of the page. */
    private static final List<String> LISTS =
            List.of("DEM", "MEA", "CHN", "ACT", "ATT", "REL", "URG", "EVD", "SUP", "RPT", "GRP");

    /**
     * Papers of one kind.
     *
     * @param more for another one
     */
    record Section<P extends Paper>(List<Item<P>> items, PaperForm more) {
        public boolean empty() {
            return items.isEmpty();
        }
    }

    /** What stands there, and the form to change it. */
    record Item<P extends Paper>(Filed<P> filed, PaperForm form) {
        public P paper() {
            return filed.paper();
        }
    }

    /**
     * Something that can be translated.
     *
     * @param number of a message; 0 for the account and for files
     * @param name of a file, where it has one
     */
    record Original(String of, int number, String name) {
        public boolean account() {
            return of.equals(Translation.ACCOUNT);
        }
    }

    /**
     * Something that has a time.
     *
     * @param day a year, a month, a day or an hour, as far as it is known
     * @param text of a statement; empty for what came
     */
    record Moment(String day, Kind kind, String text) {
        /** What it is. */
        enum Kind {
            FACT,
            ASSESSMENT,
            RECEIVED,
            REPLY,
            ANSWER,
            FILE
        }
    }

    public List<String> lists() {
        return LISTS;
    }

    /** The codes it carries of one list. */
    public List<String> codedIn(String list) {
        return coding.items().stream()
                .flatMap(item -> item.paper().codes().stream())
                .filter(code -> code.startsWith(list + "."))
                .toList();
    }
}

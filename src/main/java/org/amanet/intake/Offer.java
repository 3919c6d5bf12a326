package org.amanet.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.amanet.reports.ConsentRow;

/** What the form offers for choice, in one language. */
record Offer(
        List<Option> demands,
        List<Option> means,
        List<Option> channels,
        List<Option> actors,
        List<Option> bases,
        List<Option> evidence,
        List<Option> urgency,
        List<Option> wishes,
        List<Option> countries,
        List<DeskOption> desks,
        String ownChoice) {

    /** The names of the organisations. */
    public String deskNames() {
        return desks.stream().map(DeskOption::name).collect(Collectors.joining(", "));
    }

    /** The lines of the consent matrix. */
    public List<ConsentRow> consents() {
        return ConsentRow.ALL;
    }

    /** One thing to tick. */
    record Option(String value, String label) {
        /** Whether to say beside it where to find somebody to talk to. */
        public boolean talk() {
            return value.equals("URG.SELF.SUICIDE_THOUGHTS");
        }
    }

    /**
     * An organisation.
     *
     * @param readers who could open a report sent there; reporters may leave them out
     */
    record DeskOption(String slug, String name, List<Reader> readers) {}

    /** Somebody with a key, by the name they chose. */
    record Reader(String id, String alias, boolean leads) {}
}

package org.amanet.links;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amanet.reports.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A selector of an open report and what is known of it elsewhere.
 *
 * @param others how many other reports of the desk carry it; none said where the index key has not
 *     reached whoever looks
 * @param held those of them that whoever looks holds
 */
record SelectorView(
        UUID id, Instant hour, Selector content, @Nullable Long others, List<Tokens.Held> held) {

    static SelectorView of(Selector.Kept kept, Tokens.@Nullable Match match) {
        return new SelectorView(
                kept.id(),
                kept.hour(),
                kept.content(),
                match == null ? null : match.others(),
                match == null ? List.of() : match.held());
    }

    /** The form in which colleagues are asked about it. */
    public String questionForm() {
        return "selectors/" + id + "/questions";
    }

    /** Whether there is anybody to ask. */
    public boolean matched() {
        return others != null && others > 0;
    }

    /** As it is shown: nobody shall tap on an address by mistake. */
    public String shown(String value) {
        return Normaliser.isDefanged(content.type()) ? Written.defanged(value) : value;
    }

    @Override
    public String toString() {
        return "SelectorView " + id;
    }
}

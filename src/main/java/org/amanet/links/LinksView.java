package org.amanet.links;

import java.util.List;
import java.util.UUID;

/**
 * What connects one report to others.
 *
 * @param indexed whether the index key has reached whoever looks; without it nothing is compared
 * @param suggestions what the reporter wrote down and nobody has taken over yet
 * @param exhibits files that may be named as where a selector can be seen
 */
record LinksView(
        UUID id,
        String reference,
        boolean indexed,
        List<SelectorView> selectors,
        List<Suggestions.Suggestion> suggestions,
        List<NamedFile> exhibits,
        List<ReportLinkView> links) {
    @Override
    public String toString() {
        return "LinksView of " + id;
    }
}

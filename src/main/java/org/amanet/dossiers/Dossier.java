package org.amanet.dossiers;

import java.util.List;
import java.util.stream.Stream;

/**
 * All papers of a report that stand, in the order in which they were begun.
 *
 * @param papers none that was struck
 */
public record Dossier(List<Filed<Paper>> papers) {

    /** Those of one kind. */
    public <P extends Paper> List<Filed<P>> of(Class<P> kind) {
        return papers.stream()
                .filter(filed -> kind.isInstance(filed.paper()))
                .map(
                        filed ->
                                new Filed<>(
                                        filed.id(),
                                        filed.version(),
                                        filed.by(),
                                        filed.at(),
                                        kind.cast(filed.paper())))
                .toList();
    }

    /** Translations of the account, of a message or of a file. */
    public List<Filed<Translation>> translationsOf(String original) {
        return of(Translation.class).stream()
                .filter(filed -> filed.paper().of().equals(original))
                .toList();
    }

    /** The codes it carries now; none where nobody has coded it. */
    public Stream<String> codes() {
        return of(Coding.class).stream().flatMap(filed -> filed.paper().codes().stream());
    }

    @Override
    public String toString() {
        return "Dossier of " + papers.size();
    }
}

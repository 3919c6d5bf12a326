package org.amanet.exports;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amanet.evidence.RedactionView;
import org.amanet.evidence.Redactions;
import org.amanet.reports.OpenedReport;
import org.jspecify.annotations.Nullable;

/** What goes in place of an original from which something was taken away. */
final class Blackened {
    private Blackened() {}

    /** The account as it goes, where passages were taken away. */
    static @Nullable String account(List<RedactionView> copies) {
        return copies.stream()
                .map(RedactionView::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** How many files go as blacked-out copies. */
    static long files(List<RedactionView> copies) {
        return copies.stream().filter(copy -> copy.exhibit() != null).count();
    }

    /** Puts the pages of those files into the package, under names that tell nothing. */
    static void add(
            Bag bag,
            String folder,
            Redactions redactions,
            OpenedReport opened,
            List<RedactionView> copies)
            throws IOException {
        int file = 0;
        for (RedactionView copy : copies) {
            if (copy.exhibit() == null) {
                continue;
            }
            file++;
            UUID id = copy.id();
            for (int page = 1; page <= copy.pages().size(); page++) {
                String name = "%sblacked-out/file-%d-page-%d.png".formatted(folder, file, page);
                bag.add(name, redactions.page(opened, id, page).content()::writeTo);
            }
        }
    }
}

package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.amanet.problems.Refusal;
import org.amanet.reports.OpenedReport;

/** What is said of a copy before it is looked at. */
@ApplicationScoped
public class Copies {
    private final Exhibits exhibits;
    private final Renditions renditions;
    private final Scanner scanner;

    Copies(Exhibits exhibits, Renditions renditions, Scanner scanner) {
        this.exhibits = exhibits;
        this.renditions = renditions;
        this.scanner = scanner;
    }

    /**
     * Makes the copy to see whether it can be made, and what it is.
     *
     * @param page from 1; of a film a still is made
     * @throws Refusal not found, broken or busy
     */
    public CopyView of(OpenedReport opened, UUID exhibit, int page) {
        Particulars file = exhibits.readable(opened, exhibit);
        Scan scan = scanner.scan(out -> exhibits.stream(opened, exhibit).copyTo(out));
        try (Rendition copy = first(opened, exhibit, file, page)) {
            return view(exhibit, file, copy, scan);
        } catch (Refusal refusal) {
            Obstacle obstacle = Obstacle.of(refusal).orElseThrow(() -> refusal);
            return CopyView.none(exhibit, file, page, obstacle, scan);
        } catch (IOException e) {
            throw new UncheckedIOException("a copy cannot be read", e);
        }
    }

    /** Of a film the still is enough; whatever has none of that is sound. */
    private Rendition first(OpenedReport opened, UUID exhibit, Particulars file, int page) {
        boolean moving =
                switch (file.kind()) {
                    case MP4, MOV, WEBM -> true;
                    default -> false;
                };
        if (!moving || page != 1) {
            return renditions.copy(opened, exhibit, page);
        }
        try {
            return renditions.copy(opened, exhibit, 0);
        } catch (Refusal refusal) {
            if (Obstacle.of(refusal).filter(Obstacle.PAGE::equals).isEmpty()) {
                throw refusal;
            }
            return renditions.copy(opened, exhibit, 1);
        }
    }

    private static CopyView view(UUID exhibit, Particulars file, Rendition copy, Scan scan)
            throws IOException {
        return new CopyView(
                exhibit,
                file.name(),
                file.kind(),
                null,
                copy.form(),
                copy.type(),
                copy.page(),
                copy.pages(),
                copy.size(),
                file.sha256(),
                copy.sha256(),
                copy.tool(),
                copy.form() == Form.TEXT ? words(copy) : null,
                scan);
    }

    private static String words(Rendition copy) throws IOException {
        try (InputStream in = copy.reader()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}

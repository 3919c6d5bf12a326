package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Enclosed;
import org.amanet.reports.OpenedReport;
import org.amanet.sealing.Digests;
import org.amanet.sealing.SealBroken;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/**
 * Copies from which something was taken away: not covered but gone, for they are made anew from
 * what is left. The original stays as it is; what goes to others is the latest copy.
 */
@ApplicationScoped
public class Redactions {
    private static final String OURS = "Amanet";

    private final Renditions renditions;
    private final Exhibits exhibits;
    private final RedactedPages pages;
    private final RenditionConfig config;
    private final Clock clock;

    Redactions(
            Renditions renditions,
            Exhibits exhibits,
            RedactedPages pages,
            EvidenceConfig config,
            Clock clock) {
        this.renditions = renditions;
        this.exhibits = exhibits;
        this.pages = pages;
        this.config = config.rendition();
        this.clock = clock;
    }

    /** All of a report, oldest first. What cannot be read is not among them. */
    public List<RedactionView> of(OpenedReport opened) {
        List<Enclosed<Redaction>> all = readable(opened);
        Map<String, UUID> latest = new HashMap<>();
        all.forEach(part -> latest.put(subject(known(part)), part.id()));
        return all.stream()
                .map(
                        part ->
                                RedactionView.of(
                                        part,
                                        known(part),
                                        part.id().equals(latest.get(subject(known(part))))))
                .toList();
    }

    /**
     * Those that go to others.
     *
     * @throws Refusal where one cannot be read: the original must not go in its place
     */
    public List<RedactionView> inForce(OpenedReport opened) {
        if (readable(opened).size() < opened.redactions(Redaction.class).size()) {
            throw new Refusal(Problem.SEAL_BROKEN);
        }
        return of(opened).stream().filter(RedactionView::inForce).toList();
    }

    /** The account without the passages that are marked in it. */
    public UUID account(OpenedReport opened, Member by, String marked) {
        opened.requireWhole();
        String account = opened.account().account();
        Marked left = Marked.in(account, marked);
        String original = Digests.hex(Digests.sha256(account.getBytes(UTF_8)));
        Redaction redaction =
                new Redaction(
                        by.alias,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        null,
                        left.text(),
                        left.passages(),
                        List.of(),
                        List.of(),
                        original,
                        OURS);
        return pages.keep(opened, by, redaction, List.of());
    }

    /**
     * A file's pages without what lies under the boxes.
     *
     * @throws Refusal not found, broken, busy, an {@link Obstacle}, or because of the boxes
     */
    public UUID exhibit(OpenedReport opened, Member by, UUID exhibit, List<BlackBox> boxes) {
        BlackBox.requireSensible(boxes);
        Particulars file = exhibits.readable(opened, exhibit);
        List<Rendition> copies = new ArrayList<>();
        try {
            draw(opened, exhibit, boxes, copies);
            Redaction redaction =
                    new Redaction(
                            by.alias,
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            exhibit,
                            null,
                            0,
                            List.copyOf(boxes),
                            described(copies),
                            file.sha256(),
                            copies.getFirst().tool());
            return pages.keep(opened, by, redaction, copies);
        } catch (IOException e) {
            throw new UncheckedIOException("a copy cannot be read", e);
        } finally {
            copies.forEach(Rendition::close);
        }
    }

    private void draw(
            OpenedReport opened, UUID exhibit, List<BlackBox> boxes, List<Rendition> copies) {
        int pagesOfIt = 1;
        for (int page = 1; page <= pagesOfIt; page++) {
            Rendition copy = renditions.copy(opened, exhibit, page, boxes);
            copies.add(copy);
            pagesOfIt = copy.pages();
            if (copy.form() != Form.IMAGE && copy.form() != Form.PAGES) {
                throw Obstacle.KIND.refusal();
            }
            if (pagesOfIt > config.redactedPagesMax()) {
                throw Obstacle.SIZE.refusal();
            }
        }
        int last = pagesOfIt;
        if (boxes.stream().anyMatch(box -> box.page() > last)) {
            throw Obstacle.PAGE.refusal();
        }
    }

    private static List<Redaction.Page> described(List<Rendition> copies) throws IOException {
        List<Redaction.Page> all = new ArrayList<>();
        for (Rendition copy : copies) {
            all.add(new Redaction.Page(copy.size(), copy.sha256()));
        }
        return all;
    }

    /**
     * One page of a blacked-out copy, to be written out.
     *
     * @throws Refusal not found
     */
    public Page page(OpenedReport opened, UUID id, int page) {
        RedactionView redaction =
                of(opened).stream()
                        .filter(one -> one.id().equals(id))
                        .filter(one -> page >= 1 && page <= one.pages().size())
                        .findFirst()
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        return new Page(redaction.pages().get(page - 1), out -> write(opened, id, page, out));
    }

    /** A page on its way. */
    public record Page(Redaction.Page known, Content content) {
        @Override
        public String toString() {
            return "Page";
        }
    }

    /** Writes bytes. */
    @FunctionalInterface
    public interface Content {
        /** All of them. */
        void writeTo(OutputStream out) throws IOException;
    }

    private void write(OpenedReport opened, UUID id, int page, OutputStream out)
            throws IOException {
        try (InputStream in = pages.open(opened, id, page - 1)) {
            in.transferTo(out);
        } catch (SealBroken broken) {
            throw new Refusal(Problem.SEAL_BROKEN);
        }
    }

    private static List<Enclosed<Redaction>> readable(OpenedReport opened) {
        return opened.redactions(Redaction.class).stream()
                .filter(part -> part.content() != null)
                .toList();
    }

    private static Redaction known(Enclosed<Redaction> part) {
        return Objects.requireNonNull(part.content()); // readable() has seen it
    }

    private static String subject(Redaction redaction) {
        UUID exhibit = redaction.exhibit();
        return subject(exhibit);
    }

    private static String subject(@Nullable UUID exhibit) {
        return Objects.toString(exhibit, "account");
    }
}

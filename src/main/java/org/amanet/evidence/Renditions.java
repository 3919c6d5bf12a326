package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Refusal;
import org.amanet.reports.OpenedReport;

/**
 * Makes copies of files that can be shown; the originals are read by nobody but programs behind
 * walls.
 */
@ApplicationScoped
public class Renditions {
    private static final int PROBED_BYTES = 4096;
    private static final byte[] ARCHIVE = {'P', 'K'};
    private static final String SCALED =
            "scale='min(%1$d,iw)':'min(%1$d,ih)':force_original_aspect_ratio=decrease,";
    private static final String EVEN =
            "scale='min(854,iw)':'min(854,ih)':force_original_aspect_ratio=decrease"
                    + ":force_divisible_by=2";
    private static final String PLAIN = "format=rgb24";

    private final Exhibits exhibits;
    private final Sandbox sandbox;
    private final Tools tools;
    private final RenditionConfig config;

    Renditions(Exhibits exhibits, Sandbox sandbox, Tools tools, EvidenceConfig config) {
        this.exhibits = exhibits;
        this.sandbox = sandbox;
        this.tools = tools;
        this.config = config.rendition();
    }

    /**
     * One page of a file; whoever receives it closes it.
     *
     * @param page from 1; 0 is a still of a film
     * @throws Refusal not found, broken, busy, or because of an {@link Obstacle}
     */
    public Rendition copy(OpenedReport opened, UUID exhibit, int page) {
        return copy(opened, exhibit, page, List.of());
    }

    /** The same with black boxes in it, of those the page's own. */
    Rendition copy(OpenedReport opened, UUID exhibit, int page, List<BlackBox> boxes) {
        Particulars file = exhibits.readable(opened, exhibit);
        if (file.size() > config.inputMax()) {
            throw Obstacle.SIZE.refusal();
        }
        Sandbox.Source source = out -> exhibits.stream(opened, exhibit).copyTo(out);
        Kept kept = new Kept(file, source, page, BlackBox.filter(boxes, page));
        return switch (file.kind()) {
            case JPEG -> image(kept, Recipe.IMAGE, "jpeg_pipe");
            case PNG -> image(kept, Recipe.IMAGE, "png_pipe");
            case HEIC -> image(kept, Recipe.HEIC, "png_pipe");
            case PDF -> paged(kept, Recipe.PDF);
            case OFFICE -> office(kept);
            case AMR -> audio(kept, "amr");
            case OGG -> audio(kept, "ogg");
            case M4A -> audio(kept, "mov");
            case MP4, MOV -> moving(kept, "mov");
            case WEBM -> moving(kept, "matroska");
            case TEXT, CHAT -> text(kept);
            case SILK -> voice(kept);
            case ZIP, UNKNOWN -> throw Obstacle.KIND.refusal();
        };
    }

    /** A file, which page of it is wanted, and what is drawn over it. */
    private record Kept(Particulars file, Sandbox.Source source, int page, String drawn) {
        Kept from(Staged other) {
            return new Kept(file, out -> other.reader().transferTo(out), page, drawn);
        }

        @Override
        public String toString() {
            return "Kept";
        }
    }

    private Rendition image(Kept kept, Recipe recipe, String demuxer) {
        requirePage(kept, 1, 1);
        return whole(kept, Form.IMAGE, Form.IMAGE.type(), still(kept, recipe, demuxer));
    }

    private Staged still(Kept kept, Recipe recipe, String demuxer) {
        String[] arguments = {points(), filter(kept), demuxer, "in"};
        return run(kept, recipe, config.time(), arguments);
    }

    private String points() {
        return Long.toString(config.pixelsMax());
    }

    private String filter(Kept kept) {
        return SCALED.formatted(config.edge()) + kept.drawn() + PLAIN;
    }

    private Rendition paged(Kept kept, Recipe recipe, String... more) {
        requirePage(kept, 1, Integer.MAX_VALUE);
        String[] arguments = {
            points(),
            filter(kept),
            "png_pipe",
            "in",
            Integer.toString(kept.page()),
            Integer.toString(config.edge()),
            more.length == 0 ? "" : more[0]
        };
        Staged answer = run(kept, recipe, config.time(), arguments);
        try {
            String pages = firstLine(answer);
            return new Rendition(
                    Form.PAGES,
                    Form.PAGES.type(),
                    kept.page(),
                    Integer.parseInt(pages),
                    answer,
                    pages.length() + 1L,
                    tools.of(recipe));
        } catch (IOException e) {
            throw new UncheckedIOException("a copy cannot be read", e);
        }
    }

    private static String firstLine(Staged answer) throws IOException {
        String head = new String(answer.reader().readNBytes(16), UTF_8);
        int end = head.indexOf('\n');
        if (end < 1 || !head.substring(0, end).chars().allMatch(Character::isDigit)) {
            answer.close();
            throw Obstacle.FAILED.refusal();
        }
        return head.substring(0, end);
    }

    private Rendition office(Kept kept) {
        Path converter = config.office().filter(Files::isExecutable).orElse(null);
        if (converter == null) {
            throw Obstacle.TOOL.refusal();
        }
        return paged(kept, Recipe.OFFICE, converter.toString());
    }

    private Rendition audio(Kept kept, String demuxer) {
        requirePage(kept, 1, 1);
        Staged answer = run(kept, Recipe.AUDIO, config.time(), demuxer);
        return whole(kept, Form.AUDIO, Form.AUDIO.type(), answer);
    }

    private Rendition voice(Kept kept) {
        requirePage(kept, 1, 1);
        Kept whole =
                new Kept(kept.file(), VoiceReader.before(kept.source()), kept.page(), kept.drawn());
        Staged answer = run(whole, VoiceReader.RECIPE, config.time(), VoiceReader.arguments());
        return whole(kept, Form.AUDIO, Form.AUDIO.type(), answer);
    }

    /** A recording in a film's clothes is sound alone. */
    private Rendition moving(Kept kept, String demuxer) {
        if (!hasPicture(kept, demuxer)) {
            return audio(kept, demuxer);
        }
        requirePage(kept, 0, 1);
        if (kept.page() == 0) {
            Staged still = still(kept, Recipe.IMAGE, demuxer);
            return whole(kept, Form.FILM, Form.IMAGE.type(), still);
        }
        Staged answer = run(kept, Recipe.FILM, config.filmTime(), demuxer, EVEN);
        return whole(kept, Form.FILM, Form.FILM.type(), answer);
    }

    private boolean hasPicture(Kept kept, String demuxer) {
        try (Staged found = run(kept, Recipe.STREAMS, config.time(), demuxer)) {
            return new String(found.reader().readNBytes(PROBED_BYTES), UTF_8).contains("video");
        } catch (IOException e) {
            throw new UncheckedIOException("what was found cannot be read", e);
        }
    }

    /** Words need no program: they are read as words and nothing else, out of an archive or not. */
    private Rendition text(Kept kept) {
        Staged words = plain(kept);
        try {
            if (Arrays.equals(words.reader().readNBytes(ARCHIVE.length), ARCHIVE)) {
                try (Staged archive = words) {
                    words = run(kept.from(archive), Recipe.CONVERSATION, config.time());
                }
            }
            return TextSlice.of(words, config.shelf(), kept.page());
        } catch (IOException e) {
            throw new UncheckedIOException("words cannot be read", e);
        }
    }

    private Staged plain(Kept kept) {
        if (!sandbox.isSafe()) {
            throw Obstacle.ISOLATION.refusal();
        }
        try {
            Staged words = Staged.in(config.shelf());
            kept.source().copyTo(words.writer());
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("words cannot be read", e);
        }
    }

    private Rendition whole(Kept kept, Form form, String type, Staged answer) {
        Recipe recipe =
                switch (kept.file().kind()) {
                    case HEIC -> Recipe.HEIC;
                    case SILK -> VoiceReader.RECIPE;
                    default -> Recipe.IMAGE;
                };
        String tool = tools.of(recipe);
        return new Rendition(form, type, kept.page(), 1, answer, 0, tool);
    }

    private Staged run(Kept kept, Recipe recipe, Duration time, String... arguments) {
        if (!recipe.programs().stream().map(Path::of).allMatch(Files::isExecutable)) {
            throw Obstacle.TOOL.refusal();
        }
        boolean office = recipe.equals(Recipe.OFFICE);
        long memory = office ? config.officeMemory() : config.memory();
        Walls usual = Walls.of(memory, config.room(), time, List.of());
        boolean voice = recipe.equals(VoiceReader.RECIPE);
        Walls walls = voice ? VoiceReader.within(usual) : usual;
        return sandbox.run(
                new Sandbox.Job(
                        recipe.with(arguments), kept.source(), walls, config.outputMax(), time));
    }

    private static void requirePage(Kept kept, int first, int last) {
        if (kept.page() < first || kept.page() > last) {
            throw Obstacle.PAGE.refusal();
        }
    }
}

package org.amanet.evidence;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/**
 * Runs programs that read hostile files, a few at a time, each behind {@link Walls} of its own.
 * What goes in and what comes out goes through pipes; what came out lies in memory without a name
 * until it is closed. Without walls nothing runs.
 */
@ApplicationScoped
class Sandbox {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration TRIAL = Duration.ofSeconds(10);
    private static final int TRIAL_BYTES = 1024;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final RenditionConfig config;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final boolean safe;

    Sandbox(EvidenceConfig config) {
        this.config = config.rendition();
        this.places = new Semaphore(this.config.atOnce(), true);
        this.safe = isSafe(this.config);
    }

    /** Says what is in force. */
    void begin(@Observes StartupEvent started) {
        if (safe) {
            Log.info("Files are rendered behind walls: bubblewrap, tmpfs, rlimits.");
        } else {
            Log.warn("No walls to render files behind: no working copy is shown.");
        }
    }

    /** Where bytes come from. */
    @FunctionalInterface
    interface Source {
        Source NOTHING = out -> {};

        void copyTo(OutputStream out) throws IOException;
    }

    /**
     * A program to run.
     *
     * @param source what it reads
     * @param most bytes that it may answer
     * @param time it may take, waiting for its reader aside
     */
    record Job(List<String> command, Source source, Walls walls, long most, Duration time) {
        @Override
        public String toString() {
            return "Job";
        }
    }

    boolean isSafe() {
        return safe;
    }

    /** The walls that all have who need no others. */
    Walls walls() {
        return Walls.of(config.memory(), config.room(), config.time(), List.of());
    }

    /**
     * What the program answered, whole.
     *
     * @throws Refusal busy; what the source refuses; or the {@link Obstacle}
     */
    Staged run(Job job) {
        if (!safe) {
            throw Obstacle.ISOLATION.refusal();
        }
        enter();
        try {
            return produced(job, config.shelf());
        } finally {
            places.release();
        }
    }

    private void enter() {
        if (places.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > config.waiting() || !patiently()) {
                throw new Refusal(Problem.BUSY, RETRY_AFTER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Problem.BUSY, RETRY_AFTER);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private boolean patiently() throws InterruptedException {
        return places.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Staged produced(Job job, Path shelf) {
        Staged answer = null;
        try {
            answer = Staged.in(shelf);
            produce(job, answer);
            return answer;
        } catch (IOException e) {
            close(answer);
            throw new UncheckedIOException("a program cannot be run", e);
        } catch (RuntimeException | Error e) {
            close(answer);
            throw e;
        }
    }

    private static void close(@org.jspecify.annotations.Nullable Staged answer) {
        try {
            if (answer != null) {
                answer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be given back", e);
        }
    }

    private static void produce(Job job, Staged answer) throws IOException {
        Process process = start(job);
        Watch watch = Watch.over(process, job.time());
        Feeding feeding = Feeding.of(job.source(), process.getOutputStream());
        boolean fits = false;
        try {
            fits = copy(process.getInputStream(), answer.writer(), job.most());
        } finally {
            if (!fits) {
                process.destroyForcibly();
            }
            feeding.end();
        }
        int code = process.onExit().join().exitValue();
        if (!fits) {
            throw Obstacle.SIZE.refusal();
        }
        if (watch.late()) {
            throw Obstacle.TIME.refusal();
        }
        if (code != 0) {
            throw Obstacle.FAILED.refusal();
        }
    }

    private static Process start(Job job) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(job.walls().around(job.command()));
        builder.environment().clear();
        builder.directory(Path.of("/").toFile());
        // What they say of a file may quote it.
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    /** Whether all of it was no more than that. */
    private static boolean copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = most;
        int count = in.read(buffer);
        while (count >= 0 && count <= left) {
            out.write(buffer, 0, count);
            left -= count;
            count = in.read(buffer);
        }
        return count < 0;
    }

    /** Tries it: walls that a program can be run behind, and a shelf that is memory. */
    private static boolean isSafe(RenditionConfig config) {
        if (config.isolation() == RenditionConfig.Isolation.NONE) {
            return false;
        }
        Walls walls = Walls.of(config.memory(), config.room(), config.time(), List.of());
        Job trial = new Job(List.of("/usr/bin/true"), Source.NOTHING, walls, TRIAL_BYTES, TRIAL);
        try {
            boolean memory = Files.getFileStore(config.shelf()).type().equals("tmpfs");
            if (memory) {
                produced(trial, config.shelf()).close();
            }
            return memory;
        } catch (IOException | UncheckedIOException | Refusal none) {
            return false;
        }
    }
}

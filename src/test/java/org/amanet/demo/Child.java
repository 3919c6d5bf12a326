package org.amanet.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process of ours: its output goes to a log file, and it never outlives us. */
final class Child {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    static Child start(String name, Path log, List<String> command, Map<String, String> more) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(more);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = builder.start();
            process.getOutputStream().close();
            return new Child(name, log, process);
        } catch (IOException e) {
            throw new Trouble(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it answers; says what its log ends with when it does not. */
    void await(BooleanSupplier ready, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new Trouble(name + " stopped while it was starting.\n" + tail());
            }
            if (System.nanoTime() > end) {
                throw new Trouble(name + " was not ready after " + patience + ".\n" + tail());
            }
            pause();
        }
    }

    /** Asks it to stop, and makes it stop when it does not. */
    void stop() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        if (!hasEnded()) {
            process.destroyForcibly();
        }
        below.forEach(ProcessHandle::destroyForcibly);
    }

    /** As a power cut would. */
    void kill() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
        hasEnded();
        below.forEach(Child::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            pause();
        }
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String tail() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 25), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(its log cannot be read)";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted while waiting");
        }
    }
}

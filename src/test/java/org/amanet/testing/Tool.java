package org.amanet.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Somebody else's program, to check ours against. A test whose program is missing fails and says
 * which Debian package brings it.
 */
public final class Tool {
    private static final long PATIENCE_SECONDS = 60;

    private final List<String> command;
    private final Path folder;

    private Tool(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    /** This command, to be run in this folder. */
    public static Tool in(Path folder, String... command) {
        return new Tool(folder, List.of(command));
    }

    /** How a run ended. */
    public record Ended(int code, byte[] output, String errors) {
        /** What it wrote, without the line feed at the end. */
        public String text() {
            return new String(output, StandardCharsets.UTF_8).strip();
        }
    }

    /** Runs it with nothing to read; it has to succeed. */
    public Ended run() {
        return run(new byte[0]);
    }

    /** Runs it with this to read; it has to succeed. */
    public Ended run(byte[] input) {
        Ended ended = attempt(input);
        if (ended.code() != 0) {
            throw new AssertionError(command + " ended with " + ended.code() + ended.errors());
        }
        return ended;
    }

    /** Runs it with this to read, however it ends. */
    public Ended attempt(byte[] input) {
        Process process = start();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Thread feeding = Thread.startVirtualThread(() -> feed(process, input));
        Thread listening = Thread.startVirtualThread(() -> drain(process.getErrorStream(), errors));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        drain(process.getInputStream(), output);
        try {
            feeding.join();
            listening.join();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Ended(
                process.exitValue(),
                output.toByteArray(),
                "\n" + errors.toString(StandardCharsets.UTF_8));
    }

    private Process start() {
        try {
            return new ProcessBuilder(command).directory(folder.toFile()).start();
        } catch (IOException e) {
            String program = command.getFirst();
            throw new AssertionError(
                    program + " is missing; on Debian it comes with " + packageOf(program), e);
        }
    }

    private static String packageOf(String program) {
        return switch (program) {
            case "age-keygen" -> "age";
            case "sha512sum" -> "coreutils";
            default -> program;
        };
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // a program that refuses early does not read to the end
        }
    }

    private static void drain(InputStream from, ByteArrayOutputStream to) {
        try {
            from.transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

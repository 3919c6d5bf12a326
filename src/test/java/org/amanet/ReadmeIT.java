package org.amanet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amanet.demo.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README, run as they stand there: only where things lie is put in. */
class ReadmeIT {
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

    @TempDir Path folder;

    @Test
    void commandsOfTheReadmeCarryAReportTheWholeWay() throws Exception {
        Stack stack = Stack.shared();
        String readme = Files.readString(Path.of("README.md"));
        String commands =
                COMMANDS.matcher(readme)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.joining("\n"))
                        .replace(". .amanet/env", ". " + stack.folder().resolve("env"))
                        .replace("/tmp/", folder + "/");
        assertTrue(commands.length() > 1000, "the README has lost its commands");

        String output = run(commands);

        assertTrue(output.contains("Signature Verified Successfully"), output);
        assertTrue(output.contains("\"intact\":true"), output);
        String receipt = text(output, "\"receipt\":\"([0-9 ]+)\"");
        assertEquals(34, receipt.length());
        assertTrue(Files.readString(folder.resolve("case.json")).contains("my mother's phone"));
        String inbox = Files.readString(folder.resolve("inbox.json"));
        assertTrue(inbox.contains("Are you safe where you are now?"), inbox);
        assertTrue(inbox.contains("REPORT_OPENED"), inbox);
        assertTrue(output.contains("not a witness statement"), output);
    }

    private String run(String commands) throws IOException, InterruptedException {
        Path log = folder.resolve("output");
        Process shell =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertTrue(shell.waitFor(3, TimeUnit.MINUTES), "the commands hang");
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertEquals(0, shell.exitValue(), output);
        return output;
    }

    private static String text(String output, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(output);
        assertTrue(found.find(), output);
        return found.group(1);
    }
}

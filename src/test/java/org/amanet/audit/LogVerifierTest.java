package org.amanet.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amanet.sealing.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogVerifierTest {
    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    @TempDir Path folder;
    private Path log;
    private Path key;
    private final List<Link> links = Logs.chain(30);
    private String said = "";

    @BeforeEach
    void takeTheLogAway() throws IOException {
        log = write("log.ndjson", links, Logs.signed(links.get(19)), Logs.signed(links.get(29)));
        key = folder.resolve("key.pem");
        Files.writeString(key, Logs.KEY.verifyingKey().pem());
    }

    private Path write(String name, List<Link> chain, Checkpoint... points) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            LogWriter writer = new LogWriter(out);
            writer.start(Logs.KEY.verifyingKey());
            Logs.feed(writer, chain, points);
            writer.end();
        }
        return file;
    }

    private int verify(Object... arguments) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(heard, true, StandardCharsets.UTF_8);
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        int code = new LogVerifier(out).run(texts);
        said = heard.toString(StandardCharsets.UTF_8);
        return code;
    }

    private void rewrite(String from, String to) throws IOException {
        String text = Files.readString(log);
        assertTrue(text.contains(from), "the edit must change something");
        Files.writeString(log, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    private void dropLine(int index) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.remove(index);
        Files.write(log, lines);
    }

    private void assertSaid(String words) {
        assertTrue(said.contains(words), said);
    }

    @Test
    void aLogAsItWasWrittenIsIntact() {
        assertEquals(INTACT, verify(log, key), said);
        assertSaid("INTACT: 30 entries");
        assertSaid("Signed up to entry 30");
    }

    @Test
    void withoutAKeyTheOneInTheFileIsTakenWithAWarning() {
        assertEquals(INTACT, verify(log), said);
        assertSaid("give the key that you keep elsewhere");
    }

    @Test
    void saysWhatIsNotSignedYet() throws IOException {
        log = write("log.ndjson", links, Logs.signed(links.get(19)));
        assertEquals(INTACT, verify(log, key), said);
        assertSaid("Not signed yet: what stands after entry 20.");
    }

    @Test
    void anEditedEntryIsNamed() throws IOException {
        rewrite("\"seq\":7,\"at\":\"2026-11-24T12", "\"seq\":7,\"at\":\"2026-11-24T13");
        assertEquals(BROKEN, verify(log, key), said);
        assertSaid("BROKEN at entry 7: it was edited");
        assertSaid("Up to entry 6 each follows");
    }

    @Test
    void aDeletedEntryIsNamed() throws IOException {
        dropLine(7);
        assertEquals(BROKEN, verify(log, key), said);
        assertSaid("BROKEN at entry 7: it is missing");
    }

    @Test
    void anInventedFieldIsNotOverlooked() throws IOException {
        rewrite("\"seq\":7,", "\"seq\":7,\"note\":\"x\",");
        assertEquals(BROKEN, verify(log, key), said);
        assertSaid("BROKEN at entry 7: it cannot be read");
    }

    @Test
    void aFieldSaidTwiceIsNotOverlooked() throws IOException {
        rewrite("\"seq\":7,", "\"seq\":8,\"seq\":7,");
        assertEquals(BROKEN, verify(log, key), said);
        assertSaid("BROKEN at entry 7: it cannot be read");
    }

    @Test
    void aLineThatIsNoJsonIsNotOverlooked() throws IOException {
        rewrite("\"entry\"", "entry");
        assertEquals(BROKEN, verify(log, key), said);
        assertSaid("BROKEN at entry 1: it cannot be read");
    }

    @Test
    void aTailCutBelowACheckpointIsNamed() throws IOException {
        log = write("log.ndjson", links.subList(0, 12), Logs.signed(links.get(19)));
        assertEquals(BROKEN, verify(log, key), said);
        assertSaid("BROKEN at entry 13: it is missing, and so is everything after it");
    }

    @Test
    void aTailCutWithItsCheckpointsIsNamedByAnEarlierLog() throws IOException {
        Path cut = write("cut.ndjson", links.subList(0, 12));
        assertEquals(INTACT, verify(cut, key), said);
        assertEquals(BROKEN, verify("--earlier", log, cut, key), said);
        assertSaid("BROKEN at entry 13: it is another entry than the one in the earlier log");
    }

    @Test
    void aGrownLogFollowsTheEarlierOne() throws IOException {
        Path grown = write("grown.ndjson", Logs.grown(links, 5, "B to A"));
        assertEquals(INTACT, verify("--earlier", log, grown, key), said);
    }

    @Test
    void aForkIsNamedByTheEarlierLog() throws IOException {
        Path fork = write("fork.ndjson", Logs.grown(links.subList(0, 20), 15, "B to A"));
        assertEquals(BROKEN, verify("--earlier", log, fork, key), said);
        assertSaid("BROKEN at entry 30");
    }

    @Test
    void aLogSignedWithAnotherKeyIsBroken() throws IOException {
        Files.writeString(key, SigningKey.generate().verifyingKey().pem());
        assertEquals(BROKEN, verify(log, key), said);
        assertSaid("BROKEN at entry 20: the checkpoint over it is not signed with the key");
    }

    @Test
    void aDownloadThatBrokeOffIsNotCheckedAndNotAccused() throws IOException {
        dropLine(33);
        assertEquals(NOT_CHECKED, verify(log, key), said);
        assertSaid("the file ends in the middle");
    }

    @Test
    void whatStandsBehindTheEndIsNotOverlooked() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.add(lines.get(5));
        Files.write(log, lines);
        assertEquals(BROKEN, verify(log, key), said);
    }

    @Test
    void whatCannotBeCheckedHasAnExitCodeOfItsOwn() throws IOException {
        Path other = folder.resolve("other.txt");
        Files.writeString(other, "hello\n");
        assertEquals(NOT_CHECKED, verify(), said);
        assertEquals(NOT_CHECKED, verify("--help"), said);
        assertEquals(NOT_CHECKED, verify(folder.resolve("absent"), key), said);
        assertEquals(NOT_CHECKED, verify(log, other), said);
        assertEquals(NOT_CHECKED, verify(other), said);
    }
}

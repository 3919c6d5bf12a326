package org.amanet.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amanet.problems.Refusal;

/** Lets ClamAV look for known harm, where there is one: a daemon, or its program behind walls. */
@ApplicationScoped
class Scanner {
    private static final Pattern FOUND =
            Pattern.compile("(?:stream|-|stdin): ([A-Za-z0-9._:-]{1,120})(?:\\([^)]*\\))? FOUND");

    private static final Pattern CLEAN = Pattern.compile("(?:stream|-|stdin): OK");
    private static final int MOST_BYTES = 4096;
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(UTF_8);

    private final ScannerConfig config;
    private final RenditionConfig rendition;
    private final Sandbox sandbox;

    Scanner(EvidenceConfig config, Sandbox sandbox) {
        this.config = config.scanner();
        this.rendition = config.rendition();
        this.sandbox = sandbox;
    }

    /** What it says; that nothing was looked for where it cannot be asked. */
    Scan scan(Sandbox.Source file) {
        Path socket = config.socket().orElse(null);
        Path command = config.command().filter(Files::isExecutable).orElse(null);
        if (socket != null && Files.exists(socket)) {
            return daemon(file, socket);
        }
        return command == null ? Scan.NONE : program(file, command);
    }

    private Scan daemon(Sandbox.Source file, Path socket) {
        try (SocketChannel line = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                Deadline ignored = Deadline.closing(line, config.time())) {
            OutputStream out = Channels.newOutputStream(line);
            out.write(COMMAND);
            file.copyTo(new Chunks(out));
            out.write(new byte[Integer.BYTES]);
            return read(Channels.newInputStream(line).readNBytes(MOST_BYTES));
        } catch (IOException silent) {
            return Scan.NONE;
        }
    }

    /** It ends with 1 where it found something, which is no failure. */
    private Scan program(Sandbox.Source file, Path command) {
        String line = "\"$1\" --no-summary --stdout -d \"$2\" - || [ $? -eq 1 ]";
        List<String> whole =
                new Recipe(line, List.of())
                        .with(command.toString(), config.signatures().toString());
        Walls walls =
                Walls.of(
                        config.memory(),
                        rendition.room(),
                        config.time(),
                        List.of(config.signatures()));
        try (Staged answer =
                sandbox.run(new Sandbox.Job(whole, file, walls, MOST_BYTES, config.time()))) {
            return read(answer.reader().readAllBytes());
        } catch (IOException silent) {
            return Scan.NONE;
        } catch (Refusal refusal) {
            if (Obstacle.of(refusal).isEmpty()) {
                throw refusal;
            }
            return Scan.NONE;
        }
    }

    private static Scan read(byte[] answer) {
        String words = new String(answer, UTF_8);
        Matcher found = FOUND.matcher(words);
        if (found.find()) {
            return new Scan(Scan.Outcome.FOUND, found.group(1));
        }
        return CLEAN.matcher(words).find() ? new Scan(Scan.Outcome.SCANNED, null) : Scan.NONE;
    }

    /** Each piece with its length before it, as clamd wants it. */
    private static final class Chunks extends FilterOutputStream {
        Chunks(OutputStream line) {
            super(line);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                int step = Math.min(length - done, CHUNK_BYTES);
                out.write(ByteBuffer.allocate(Integer.BYTES).putInt(step).array());
                out.write(bytes, offset + done, step);
                done += step;
            }
        }
    }
}

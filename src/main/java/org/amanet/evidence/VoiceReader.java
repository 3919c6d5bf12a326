package org.amanet.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What reads WeChat's voice messages (SILK v3), which no package of Debian does: silk-wasm, run by
 * Node behind walls. It comes with us and goes in with each message, so that nothing has to lie
 * where the program could read it.
 */
final class VoiceReader {
    private static final byte[] READER = resource("/silk/index.mjs");
    private static final byte[] MACHINE = resource("/silk/silk.wasm");
    private static final long RESERVED = 64L << 30;

    private static final String SCRIPT =
            "import{decode}from'/tmp/reader.mjs';"
                    + "import{readFileSync as r,writeFileSync as w}from'node:fs';"
                    + "w('/tmp/points',(await decode(r('/tmp/in'),24000)).data)";

    private static final String TAKE = "dd iflag=fullblock,count_bytes bs=65536 status=none ";

    /** Arguments: lengths of both, the script. */
    static final Recipe RECIPE =
            new Recipe(
                    TAKE
                            + "count=\"$1\" of=reader.mjs && "
                            + TAKE
                            + "count=\"$2\" of=silk.wasm && cat >in"
                            + " && node --max-old-space-size=256 --input-type=module -e \"$3\""
                            + " && exec ffmpeg -nostdin -v error -f s16le -ar 24000 -ac 1 -i points"
                            + " -c:a libmp3lame -b:a 64k -fflags +bitexact -flags:a +bitexact"
                            + " -id3v2_version 0 -write_xing 0 -f mp3 pipe:1",
                    List.of("/usr/bin/node", "/usr/bin/ffmpeg"));

    private VoiceReader() {}

    static String[] arguments() {
        return new String[] {
            Integer.toString(READER.length), Integer.toString(MACHINE.length), SCRIPT
        };
    }

    /** The reader first, and then the message. */
    static Sandbox.Source before(Sandbox.Source message) {
        return out -> {
            out.write(READER);
            out.write(MACHINE);
            message.copyTo(out);
        };
    }

    /** Node reserves far more than it uses; what it uses is bounded all the same. */
    static Walls within(Walls walls) {
        return walls.reserving(RESERVED);
    }

    private static byte[] resource(String name) {
        try (InputStream in = VoiceReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build brings what reads voices");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("what reads voices cannot be read", e);
        }
    }
}

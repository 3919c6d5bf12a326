package org.amanet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sound, films and pictures of telephones, made by the programs that telephones have. */
public final class Recordings {
    private Recordings() {}

    /** A hum of a second, packed as this ending says. */
    public static byte[] sound(Path folder, String ending, String codec) {
        String name = "hum." + ending;
        ffmpeg(folder, "-f", "lavfi", "-i", "sine=d=1", "-c:a", codec, name);
        return bytes(folder.resolve(name));
    }

    /** A second of a test card with a hum, called by somebody who has to stay unknown. */
    public static byte[] film(Path folder, String called) {
        ffmpeg(
                folder,
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=160x120:d=1",
                "-f",
                "lavfi",
                "-i",
                "sine=d=1",
                "-metadata",
                "title=" + called,
                "film.mp4");
        return bytes(folder.resolve("film.mp4"));
    }

    /** A hum of a second as WeChat keeps what is spoken: one byte more at the beginning. */
    public static byte[] voice(Path folder) {
        String reader = Path.of("target/classes/silk/index.mjs").toUri().toString();
        String script =
                """
                import { encode } from "%s";
                const points = new Int16Array(24000).map((_, i) => 8000 * Math.sin(i / 9));
                const voice = await encode(points, 24000);
                process.stdout.write(Buffer.from([2, ...voice.data.subarray(voice.data[0] === 2 ? 1 : 0)]));
                """
                        .formatted(reader);
        return Tool.in(folder, "node", "--input-type=module", "-e", script).run().output();
    }

    /** A picture as an iPhone keeps it. */
    public static byte[] heic(Path folder, byte[] jpeg) {
        try {
            Files.write(folder.resolve("picture.jpg"), jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tool.in(folder, "heif-enc", "picture.jpg", "-o", "picture.heic").run();
        return bytes(folder.resolve("picture.heic"));
    }

    private static void ffmpeg(Path folder, String... arguments) {
        String[] command = new String[arguments.length + 5];
        System.arraycopy(
                new String[] {"ffmpeg", "-nostdin", "-v", "error", "-y"}, 0, command, 0, 5);
        System.arraycopy(arguments, 0, command, 5, arguments.length);
        Tool.in(folder, command).run();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

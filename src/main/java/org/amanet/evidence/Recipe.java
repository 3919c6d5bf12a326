package org.amanet.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * How a copy is made: a line of shell of ours whose variable parts are numbers and names of ours,
 * given as arguments and never as text of the line. What kind a file is stands in the command: no
 * program guesses, so that none is led to another reader than the one that was meant.
 *
 * @param programs that have to be there
 */
record Recipe(String line, List<String> programs) {
    /** Any image, read as what it is, becomes plain points without anything else. */
    private static final String DRAWN =
            "ffmpeg -nostdin -v error -max_pixels \"$1\" -f \"$3\" -i \"$4\" -frames:v 1 -map 0:v:0"
                    + " -map_metadata -1 -vf \"$2\" -c:v png -fflags +bitexact -f image2pipe pipe:1";

    private static final String FFMPEG = "/usr/bin/ffmpeg";
    private static final String KEEP = "cat >in && ";

    /** Arguments: points at most, filter, demuxer, {@code in}. */
    static final Recipe IMAGE = of(KEEP + "exec " + DRAWN, FFMPEG);

    /** Of several images in one file the first; arguments as above. */
    static final Recipe HEIC =
            of(
                    "cat >in.heic && heif-convert in.heic out.png >/dev/null"
                            + " && set -- \"$1\" \"$2\" \"$3\" out*.png && exec "
                            + DRAWN,
                    FFMPEG,
                    "/usr/bin/heif-convert");

    private static final String PAGE =
            "pdfinfo in.pdf | sed -n 's/^Pages: *//p'"
                    + " && pdftoppm -png -f \"$5\" -l \"$5\" -scale-to \"$6\" in.pdf out"
                    + " && set -- \"$1\" \"$2\" \"$3\" out*.png && exec "
                    + DRAWN;

    /** A line with the number of pages, then one page; two more arguments: page, edge. */
    static final Recipe PDF =
            of("cat >in.pdf && " + PAGE, FFMPEG, "/usr/bin/pdftoppm", "/usr/bin/pdfinfo");

    /** The same; one more argument: the converter. */
    static final Recipe OFFICE =
            of(
                    KEEP
                            + "\"$7\" --headless --norestore -env:UserInstallation=file:///tmp/profile"
                            + " --convert-to pdf --outdir /tmp/out in >/dev/null"
                            + " && mv out/in.pdf in.pdf && "
                            + PAGE,
                    PDF.programs().toArray(String[]::new));

    /** Argument: demuxer. */
    static final Recipe AUDIO =
            of(
                    KEEP
                            + "exec ffmpeg -nostdin -v error -f \"$1\" -i in -map 0:a:0"
                            + " -map_metadata -1 -map_chapters -1 -t 7200 -ac 2 -c:a libmp3lame"
                            + " -b:a 96k -fflags +bitexact -flags:a +bitexact -id3v2_version 0"
                            + " -write_xing 0 -f mp3 pipe:1",
                    FFMPEG);

    /** Arguments: demuxer, filter. */
    static final Recipe FILM =
            of(
                    KEEP
                            + "exec ffmpeg -nostdin -v error -max_pixels 40000000 -f \"$1\" -i in"
                            + " -map 0:v:0 -map 0:a:0? -map_metadata -1 -map_chapters -1 -t 3600"
                            + " -vf \"$2\" -c:v libvpx -deadline realtime -cpu-used 8 -b:v 1M"
                            + " -c:a libopus -b:a 64k -fflags +bitexact -f webm pipe:1",
                    FFMPEG);

    /** Which kinds of streams are in it; argument: demuxer. */
    static final Recipe STREAMS =
            of(
                    KEEP
                            + "exec ffprobe -v error -f \"$1\" -show_entries stream=codec_type"
                            + " -of csv=p=0 in",
                    "/usr/bin/ffprobe");

    /** The words of a conversation that was given out in an archive. */
    static final Recipe CONVERSATION =
            of(KEEP + "unzip -p in '*.txt' || unzip -p in '*.json'", "/usr/bin/unzip");

    private static final String SHELL = "/usr/bin/sh";

    private static Recipe of(String line, String... programs) {
        return new Recipe(line, List.of(programs));
    }

    List<String> with(String... arguments) {
        List<String> command = new ArrayList<>(List.of(SHELL, "-ec", line, SHELL));
        command.addAll(List.of(arguments));
        return command;
    }
}

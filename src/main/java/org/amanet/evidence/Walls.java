package org.amanet.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands around a program that reads hostile files: no network, no file but Debian's programs,
 * nobody's rights, nothing of our environment, memory that is gone with it in place of a disk, and
 * an end to what it may take.
 *
 * @param memory bytes that it may use
 * @param reserved bytes of address space
 * @param room bytes that it may write down
 * @param time that it may keep two processors busy
 * @param windows files and folders that it may read beside the programs
 */
record Walls(long memory, long reserved, long room, Duration time, List<Path> windows) {
    private static final String BUBBLEWRAP = "/usr/bin/bwrap";
    private static final int PROCESSORS = 2;
    private static final String NOBODY = "65534";
    private static final List<String> AS_NOBODY =
            List.of(
                    "/usr/bin/setpriv",
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    "--no-new-privs",
                    "--");

    private static final String AROUND =
            "--unshare-all --unshare-user --disable-userns --die-with-parent --new-session"
                    + " --clearenv --setenv PATH /usr/bin:/bin --setenv LANG C.UTF-8"
                    + " --setenv HOME /tmp --hostname amanet --uid 65534 --gid 65534 --cap-drop ALL"
                    + " --ro-bind /usr /usr --symlink usr/bin /bin --symlink usr/lib /lib"
                    + " --symlink usr/lib64 /lib64"
                    + " --ro-bind-try /etc/alternatives /etc/alternatives"
                    + " --ro-bind-try /etc/fonts /etc/fonts"
                    + " --ro-bind-try /etc/ld.so.cache /etc/ld.so.cache"
                    + " --ro-bind-try /etc/libreoffice /etc/libreoffice"
                    + " --ro-bind-try /var/lib/libreoffice /var/lib/libreoffice"
                    + " --proc /proc --dev /dev";

    private static final String BOUNDS = "--nofile=256 --nproc=128 --core=0 --memlock=0";

    /** For most, who reserve what they use. */
    static Walls of(long memory, long room, Duration time, List<Path> windows) {
        return new Walls(memory, memory, room, time, windows);
    }

    /** The same with more of what costs nothing. */
    Walls reserving(long more) {
        return new Walls(memory, more, room, time, windows);
    }

    /** The whole command that runs this one inside. */
    List<String> around(List<String> command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(AS_NOBODY);
        }
        all.add(BUBBLEWRAP);
        all.addAll(words(AROUND));
        all.addAll(List.of("--size", Long.toString(room), "--tmpfs", "/tmp", "--chdir", "/tmp"));
        for (Path window : windows) {
            all.addAll(List.of("--ro-bind", window.toString(), window.toString()));
        }
        all.addAll(List.of("--remount-ro", "/", "--", "/usr/bin/prlimit"));
        long seconds = PROCESSORS * time.toSeconds();
        all.addAll(
                List.of(
                        "--data=" + memory,
                        "--as=" + reserved,
                        "--fsize=" + room,
                        "--cpu=" + seconds));
        all.addAll(words(BOUNDS));
        all.add("--");
        all.addAll(command);
        return all;
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException("who we are cannot be told", e);
        }
    }
}

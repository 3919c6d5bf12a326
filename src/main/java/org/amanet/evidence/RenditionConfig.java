package org.amanet.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How copies are made that can be shown, and with how much of the machine. */
@ConfigMapping(prefix = "amanet.evidence.rendition")
interface RenditionConfig {
    /** Behind which walls the programs run that read files. */
    @WithDefault("BUBBLEWRAP")
    Isolation isolation();

    /** Where a finished copy lies while it is sent: memory (tmpfs) and never a disk. */
    @WithDefault("/dev/shm")
    Path shelf();

    /** Programs at the same time. */
    @WithDefault("2")
    int atOnce();

    /** Who may wait for one. */
    @WithDefault("12")
    int waiting();

    /** And how long. */
    @WithDefault("20s")
    Duration patience();

    /** What one program may take, in bytes of address space. */
    @WithDefault("1073741824")
    long memory();

    /** The same for the program that reads office files. */
    @WithDefault("4294967296")
    long officeMemory();

    /** What it may write down inside, in bytes of memory. */
    @WithDefault("536870912")
    long room();

    /** The longest file that is read, in bytes. */
    @WithDefault("268435456")
    long inputMax();

    /** The longest copy, in bytes. */
    @WithDefault("67108864")
    long outputMax();

    /** How long it may take. */
    @WithDefault("45s")
    Duration time();

    /** The same for a film. */
    @WithDefault("5m")
    Duration filmTime();

    /** Points of the largest image that is read. */
    @WithDefault("100000000")
    long pixelsMax();

    /** Points along the longer edge of a page or image that is shown. */
    @WithDefault("1600")
    int edge();

    /** Pages of the longest document of which a blacked-out copy is made. */
    @WithDefault("40")
    int redactedPagesMax();

    /** Blacked-out copies of one report. */
    @WithDefault("100")
    int redactionsMax();

    /** LibreOffice's {@code soffice}, where office files shall be shown. */
    Optional<Path> office();

    /** The walls there are. */
    enum Isolation {
        /**
         * Namespaces of its own for everything, no network, no rights, no file but the programs.
         */
        BUBBLEWRAP,
        /** None, and then nothing is shown. */
        NONE
    }
}

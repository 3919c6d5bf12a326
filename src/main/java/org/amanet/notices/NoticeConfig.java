package org.amanet.notices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** When it is told that something waits. Mail is off until quarkus.mailer.from is set. */
@ConfigMapping(prefix = "amanet.notices")
interface NoticeConfig {
    /** All that happened in so much time is told together, so that no mail says when it was. */
    @WithDefault("10m")
    Duration every();

    /** How often each server looks whether a batch is due. */
    @WithDefault("30s")
    Duration look();

    /** Whoever was told is left in peace for so long, unless they look in. */
    @WithDefault("1h")
    Duration quiet();

    /** Addresses of programs, by the id of a member or the short name of a desk. */
    Map<String, Hook> hooks();

    /** A program that is told. */
    interface Hook {
        /** https, or http to this machine. */
        URI url();

        /** File with the secret that the program checks the signature with. */
        Path secret();
    }
}

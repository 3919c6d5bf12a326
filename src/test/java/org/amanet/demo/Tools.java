package org.amanet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Where unpacked tools lie: fetched once, shared by everything that starts the parts. */
final class Tools {
    static final String KEYCLOAK = "keycloak-26.7.3";
    private static final String POSTGRES = "postgresql-18";
    private static final String S3PROXY = "s3proxy-4.1.0-jar-with-dependencies.jar";

    private static final List<String> BRIEF =
            List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1");

    private Tools() {}

    static Path folder() {
        return Path.of(System.getProperty("amanet.tools", ".tools")).toAbsolutePath();
    }

    /**
     * What is added for Java processes that live for a test or a try only: nothing that pays off
     * later is worth its time there.
     */
    static List<String> machine() {
        return Boolean.getBoolean("amanet.brief") ? BRIEF : List.of();
    }

    /** Keycloak's distribution, as {@code bin/lib/tools} unpacked it. */
    static Path keycloak() {
        Path home = folder().resolve(KEYCLOAK);
        if (!Files.isExecutable(home.resolve("bin/kc.sh"))) {
            throw new Trouble(
                    "There is no Keycloak in %s; bin/lib/tools fetches it.".formatted(home));
        }
        return home;
    }

    /** A server that speaks S3, as {@code bin/lib/tools} fetched it. */
    static Path s3proxy() {
        Path jar = folder().resolve(S3PROXY);
        if (!Files.exists(jar)) {
            throw new Trouble("There is no %s; bin/test and bin/bench fetch it.".formatted(jar));
        }
        return jar;
    }

    /** A reverse proxy, as {@code bin/lib/tools} unpacked it. */
    static Path nginx() {
        Path program = folder().resolve("nginx/usr/sbin/nginx");
        if (!Files.isExecutable(program)) {
            throw new Trouble("There is no %s; bin/test fetches it.".formatted(program));
        }
        return program;
    }

    /** PostgreSQL's programs, unpacked by one process at a time from the jar that carries them. */
    static synchronized Path postgres() {
        Path home = folder().resolve(POSTGRES);
        if (Files.exists(home.resolve("bin/postgres"))) {
            return home;
        }
        try (FileChannel lock =
                FileChannel.open(
                        Files.createDirectories(folder()).resolve(POSTGRES + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(home.resolve("bin/postgres"))) {
                Path fresh = Files.createTempDirectory(folder(), POSTGRES);
                unpack(resource(), fresh);
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new Trouble("PostgreSQL cannot be unpacked into " + home + ".", e);
        }
        return home;
    }

    private static String resource() {
        String machine = System.getProperty("os.arch");
        return "/postgres-linux-%s.txz"
                .formatted(
                        switch (machine) {
                            case "amd64" -> "x86_64";
                            case "aarch64" -> "arm_64";
                            default -> throw new Trouble("No PostgreSQL for " + machine + ".");
                        });
    }

    private static void unpack(String resource, Path into) throws IOException {
        InputStream packed = Tools.class.getResourceAsStream(resource);
        if (packed == null) {
            throw new Trouble("The PostgreSQL binaries for this machine are not on the classpath.");
        }
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                unpack(tar, e, into);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
            throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Set<PosixFilePermission> all = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            all.add(PosixFilePermission.OWNER_EXECUTE);
            all.add(PosixFilePermission.OTHERS_EXECUTE);
            all.add(PosixFilePermission.GROUP_EXECUTE);
            Files.setPosixFilePermissions(target, all);
        }
    }
}

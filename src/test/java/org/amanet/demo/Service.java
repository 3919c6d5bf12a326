package org.amanet.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amanet.sealing.Founding;

/** The packaged service as a process of its own, as it would run in production. */
public final class Service implements AutoCloseable {
    /**
     * What a deployment gives the process: a heap in which a vault can be opened (64 MiB) beside
     * all else. Without the first compiler's copies of everything a tenth of the memory is saved,
     * and nothing is slower once warm.
     */
    public static final List<String> MACHINE =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms64m",
                    "-Xmx128m",
                    "-XX:-TieredCompilation",
                    "-XX:TrimNativeHeapInterval=10000",
                    "-XX:+ExitOnOutOfMemoryError");

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Child process;
    private final Http http;

    private Service(Child process, Http http) {
        this.process = process;
        this.http = http;
    }

    /** Writes the configuration of a deployment: the founding ceremony, and where the parts are. */
    static Path configured(Path folder, Ports ports, Postgres postgres, Keycloak keycloak) {
        try {
            Path keys = folder.resolve("keys");
            if (!Files.exists(keys.resolve("deployment.properties"))) {
                Founding.main(new String[] {"found", keys.toString()});
            }
            String founded = Files.readString(keys.resolve("deployment.properties"));
            Path file = folder.resolve("service.properties");
            Secrets.forOwnerOnly(
                    file, founded + settings(ports, postgres, keycloak) + scanner(folder));
            return file;
        } catch (IOException e) {
            throw new Trouble("The service's configuration cannot be written.", e);
        }
    }

    /** Where a test may let one listen. */
    private static String scanner(Path folder) {
        Path socket = folder.toAbsolutePath().resolve("scanner.sock");
        return "amanet.evidence.scanner.socket=%s\n".formatted(socket);
    }

    private static String settings(Ports ports, Postgres postgres, Keycloak keycloak) {
        return """
        quarkus.http.host=127.0.0.1
        quarkus.http.port=%d
        quarkus.datasource.jdbc.url=%s?logServerErrorDetail=false
        quarkus.datasource.username=%s
        quarkus.datasource.password=%s
        quarkus.flyway.username=%s
        quarkus.flyway.password=%s
        quarkus.oidc.auth-server-url=%s
        quarkus.oidc.pages.credentials.secret=%s
        amanet.watch.secret=%s
        amanet.demonstration=true
        amanet.staff.desks.north.name=Desk North
        amanet.staff.desks.north.countries=NL,BE,DE,FR,AT,LU
        amanet.staff.desks.north.alternate=south
        amanet.staff.desks.south.name=Desk South
        amanet.staff.desks.south.countries=SE,NO,DK,FI
        amanet.staff.desks.south.languages=en,sv,nb
        amanet.staff.desks.south.alternate=north
        """
                .formatted(
                        ports.service(),
                        postgres.url(),
                        Postgres.APPLICATION,
                        postgres.password(Postgres.APPLICATION),
                        Postgres.OWNER,
                        postgres.password(Postgres.OWNER),
                        keycloak.issuer(),
                        keycloak.secret("amanet-pages"),
                        keycloak.secret("amanet-watch"));
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param more settings of this process alone
     */
    static Service start(Path config, Path log, int port, Map<String, String> more) {
        if (!Files.exists(JAR)) {
            throw new Trouble("There is no packaged service; build it first.");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MACHINE);
        command.addAll(Tools.machine());
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Djava.io.tmpdir=" + temporary(config));
        more.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        Http http = new Http(URI.create("http://localhost:" + port));
        Child child = Child.start("The service", log, command, located(config));
        boolean afterTor = more.containsKey("quarkus.http.proxy.use-proxy-protocol");
        child.await(
                () -> afterTor ? Ports.listens(port) : http.answers("/q/health/ready"), PATIENCE);
        return new Service(child, http);
    }

    /** A folder of its own, where a test can see everything that the service leaves on the disk. */
    private static Path temporary(Path config) {
        try {
            return Files.createDirectories(config.toAbsolutePath().resolveSibling("tmp"));
        } catch (IOException e) {
            throw new Trouble("The folder for temporary files cannot be made.", e);
        }
    }

    /**
     * By environment, so that what stands on the command line outranks the file. Without the second
     * setting, glibc keeps a heap for every few threads, each half empty.
     */
    private static Map<String, String> located(Path config) {
        return Map.of(
                "QUARKUS_CONFIG_LOCATIONS",
                config.toAbsolutePath().toString(),
                "MALLOC_ARENA_MAX",
                "1");
    }

    /** Requests to it. */
    public Http http() {
        return http;
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    /** The bytes of memory that are resident now. */
    public long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kib -> Long.parseLong(kib) * 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.stop();
    }
}

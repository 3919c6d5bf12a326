package org.amanet.demo;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All parts together, with people who can work. */
public final class Stack implements AutoCloseable {
    /** Below this nothing is started: a full disk would stop the database in the middle. */
    private static final long FREE_MIN_BYTES = 1L << 30;

    private static final Path SHARED_FOLDER =
            Path.of(System.getProperty("amanet.stack", "target/stack"));

    /** All tests come from one address; and none should meet in the log what an earlier one did. */
    private static final Map<String, String> UNHURRIED =
            Map.of(
                    "amanet.http.reports-per-minute",
                    "100000",
                    "amanet.http.receipts-per-minute",
                    "100000",
                    "amanet.intake.calm-per-minute",
                    "100000",
                    "amanet.intake.identical-per-hour",
                    "100000",
                    "amanet.staff.refusals-told",
                    "1s",
                    "amanet.reports.deadlines",
                    "1s",
                    "amanet.reading.hour-most",
                    "100000",
                    "amanet.reading.day-most",
                    "100000",
                    "amanet.alarms.watch",
                    "1s");

    private final Path folder;
    private final Ports ports;
    private final Secrets secrets;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger replicas = new AtomicInteger();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Keycloak keycloak;
    private final Postgres postgres;
    private final Service service;
    private @Nullable PostOffice post;

    private Stack(Path folder, Ports ports, Map<String, String> more, Consumer<String> progress) {
        this.folder = folder.toAbsolutePath();
        this.ports = ports;
        requireSpace(this.folder);
        ports.requireFree();
        this.secrets = new Secrets(this.folder.resolve("secrets.properties"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        try {
            progress.accept("Keycloak starts");
            this.keycloak = kept(new Keycloak(this.folder, ports, secrets));
            progress.accept("PostgreSQL starts");
            this.postgres = kept(new Postgres(this.folder, ports.postgres(), secrets));
            keycloak.prepare(Account.DEMONSTRATION);
            progress.accept("The service starts");
            Path config = Service.configured(this.folder, ports, postgres, keycloak);
            this.service = kept(Service.start(config, log("service"), ports.service(), more));
            progress.accept("People get their keys");
            new Enrolment(this).enrol(Account.DEMONSTRATION);
            Secrets.write(this.folder.resolve("env"), variables());
        } catch (Trouble trouble) {
            close();
            throw trouble;
        }
    }

    private synchronized <T extends AutoCloseable> T kept(T part) {
        running.push(part);
        return part;
    }

    /** What a shell needs to try it, as variables. */
    private Map<String, String> variables() {
        Map<String, String> all = new TreeMap<>();
        all.put("AMANET", folder.toString());
        all.put("API", http().base() + "/api/v1");
        all.put("SIGN_IN", keycloak.issuer() + "/protocol/openid-connect/token");
        for (Account account : Account.DEMONSTRATION) {
            String name = account.name().toUpperCase(Locale.ROOT).replace('-', '_');
            all.put(name + "_PASSWORD", keycloak.password(account.name()));
            if (account.desk() != null) {
                all.put(name + "_PASSPHRASE", passphrase(account.name()));
            }
        }
        return all;
    }

    /** Starts everything, going on where an earlier run in this folder left off. */
    static Stack start(Path folder, Ports ports, Consumer<String> progress) {
        return new Stack(folder, ports, Map.of(), progress);
    }

    /** The one that all tests of this process share; it starts fresh and ends with it. */
    public static Stack shared() {
        return Shared.STACK;
    }

    private static final class Shared {
        static final Stack STACK = fresh(SHARED_FOLDER, line -> {});
    }

    /** One that begins with nothing, without quotas: whatever lies in the folder is deleted. */
    public static Stack fresh(Path folder, Consumer<String> progress) {
        delete(folder);
        Path office = folder.toAbsolutePath().resolve("post");
        PostOffice post = new PostOffice(office, office.resolve("openssl.log"));
        Map<String, String> settings = new HashMap<>(UNHURRIED);
        settings.putAll(post.settings());
        Stack stack = new Stack(folder, Ports.free(), settings, progress);
        stack.post = stack.kept(post);
        return stack;
    }

    /** Requests as an outsider. */
    public Http http() {
        return service.http();
    }

    /** The running service. */
    public Service service() {
        return service;
    }

    /** Another server of the same deployment, on a port of its own; whoever starts it closes it. */
    public Service replica(Map<String, String> more) {
        String name = "service-" + replicas.incrementAndGet();
        return Service.start(
                folder.resolve("service.properties"), log(name), Ports.anyFree(), more);
    }

    public Postgres postgres() {
        return postgres;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    /** Somebody signed in, with the vault locked. Kept between calls. */
    public Session session(String name) {
        return sessions.computeIfAbsent(name, this::newSession);
    }

    /** Somebody signed in afresh. */
    public Session newSession(String name) {
        return new Session(http(), keycloak, name);
    }

    /** Somebody signed in, with the vault open. */
    public Session unlocked(String name) {
        Session session = session(name);
        session.token();
        return session.vaultToken() == null ? session.unlock(passphrase(name)) : session;
    }

    /** Somebody signed in at another server, with the vault open. */
    public Session unlockedAt(Service replica, String name) {
        return new Session(replica.http(), keycloak, name).unlock(passphrase(name));
    }

    /** Where a stack that began with nothing sends its mail. */
    public PostOffice post() {
        return Objects.requireNonNull(post);
    }

    /** An object store of its own, with an empty bucket; whoever starts it closes it. */
    public ObjectStore objectStore() {
        return ObjectStore.start(folder, log("objects"));
    }

    /** A reverse proxy before this server, as we ship it; whoever starts it closes it. */
    public ReverseProxy reverseProxy(Service server) {
        return ReverseProxy.start(folder, log("nginx"), server.http().base().getPort());
    }

    /** Makes accounts that are not there yet and gives them keys that a lead stands for. */
    public void add(Account... accounts) {
        keycloak.add(List.of(accounts));
        new Enrolment(this).enrol(List.of(accounts));
    }

    /** The passphrase of a vault. */
    public String passphrase(String name) {
        return secrets.passphrase("passphrase." + name);
    }

    /** The file with an investigator's age identity. */
    public Path key(String name) {
        return folder.resolve(name + ".key");
    }

    /** Where everything lies: data, keys, logs. */
    public Path folder() {
        return folder;
    }

    /** The folder with the output of every process. */
    public Path logs() {
        return folder.resolve("logs");
    }

    private Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Stops everything, the last started first. */
    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            AutoCloseable part = running.pop();
            try {
                part.close();
            } catch (Exception e) {
                throw new Trouble("A part does not stop: " + e.getMessage(), e);
            }
        }
    }

    private static void requireSpace(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).getUsableSpace() < FREE_MIN_BYTES) {
                throw new Trouble("Less than 1 GB is free where " + folder + " lies.");
            }
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, new FileVisitOption[0])) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be emptied.", e);
        }
    }
}

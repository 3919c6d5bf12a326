package org.amanet.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** PostgreSQL 18 from its embedded binaries on loopback: page checksums, passwords, real fsync. */
public final class Postgres implements AutoCloseable {
    /** Owns the tables and may change them; the service uses it for migrations only. */
    public static final String OWNER = "amanet_owner";

    /** What the service works as. */
    public static final String APPLICATION = "amanet";

    private static final String DATABASE = "amanet";
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path data;
    private final int port;
    private final Secrets secrets;
    private Child server;

    Postgres(Path folder, int port, Secrets secrets) {
        this.folder = folder;
        this.data = folder.resolve("postgres").toAbsolutePath();
        this.port = port;
        this.secrets = secrets;
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        this.server = launch();
        prepare();
    }

    private void initialise() {
        Path password = null;
        try {
            Files.createDirectories(folder);
            password = Files.createTempFile(folder, "first", ".password");
            Files.writeString(password, secrets.get("postgres." + SUPERUSER));
            run(
                    "initdb",
                    "--pgdata=" + data,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8");
        } catch (IOException e) {
            throw new Trouble("PostgreSQL's folder cannot be made: " + e.getMessage(), e);
        } finally {
            delete(password);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Trouble(file + " cannot be deleted; it holds a password.", e);
        }
    }

    private Child launch() {
        List<String> command =
                command(
                        "postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "log_min_error_statement=panic",
                        "-c",
                        "log_error_verbosity=terse");
        Child child = Child.start("PostgreSQL", log(), command, Map.of());
        child.await(this::answers, PATIENCE);
        return child;
    }

    private Path log() {
        return folder.resolve("logs/postgres.log");
    }

    private boolean answers() {
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Roles and database, where they are not there yet. */
    private void prepare() {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (isEmpty(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login");
                }
                statement.execute("alter role %s password '%s'".formatted(role, password(role)));
            }
            if (isEmpty(
                    statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
                statement.execute("revoke connect on database " + DATABASE + " from public");
                statement.execute("grant connect on database " + DATABASE + " to " + APPLICATION);
            }
        } catch (SQLException e) {
            throw new Trouble("PostgreSQL cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** The database as the service finds it. */
    public String url() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The password of one of the roles. */
    public String password(String role) {
        return secrets.get("postgres." + role);
    }

    /** A connection that may do everything: what a thief of the database has. */
    public Connection superuser() throws SQLException {
        return superuser(DATABASE);
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password(SUPERUSER));
    }

    /** A connection with no more rights than the service has. */
    public Connection application() throws SQLException {
        return DriverManager.getConnection(url(), APPLICATION, password(APPLICATION));
    }

    /**
     * Writes all rows of all tables as text, as {@code pg_dump} does with COPY: the embedded
     * binaries come without that program.
     */
    public void dump(Path file) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                Writer out = Files.newBufferedWriter(file)) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables(statement)) {
                out.write("-- " + table + "\n");
                copy.copyOut("copy " + table + " to stdout", out);
            }
        } catch (SQLException | IOException e) {
            throw new Trouble("The database cannot be dumped: " + e.getMessage(), e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        String query =
                "select quote_ident(table_schema) || '.' || quote_ident(table_name)"
                        + " from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')";
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** As a power cut would: every process of it at once. */
    public void kill() {
        server.kill();
    }

    /**
     * Starts it again after {@link #kill}: once the last of its processes has let go of the data.
     */
    public void restart() {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                server = launch();
                return;
            } catch (Trouble stillHeld) {
                if (Instant.now().isAfter(end)) {
                    throw stillHeld;
                }
            }
        }
    }

    @Override
    public void close() {
        if (server.isAlive()) {
            run("pg_ctl", "stop", "--pgdata=" + data, "--mode=fast", "--wait");
        }
        server.stop();
    }

    private static void run(String program, String... arguments) {
        ProcessBuilder builder =
                new ProcessBuilder(command(program, arguments)).redirectErrorStream(true);
        try {
            Process process = builder.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                throw new Trouble(program + " failed: " + output);
            }
        } catch (IOException e) {
            throw new Trouble(program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted");
        }
    }

    /**
     * PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and its files
     * stay ours.
     */
    private static List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(Tools.postgres().resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}

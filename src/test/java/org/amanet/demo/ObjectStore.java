package org.amanet.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server that speaks S3 (S3Proxy) over a folder, with a bucket and one key to it. */
public final class ObjectStore implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BUCKET = "evidence";
    private static final String KEY = "demonstration";

    private final Child process;
    private final Path objects;
    private final int port;
    private final String secret;

    private ObjectStore(Child process, Path objects, int port, String secret) {
        this.process = process;
        this.objects = objects;
        this.port = port;
        this.secret = secret;
    }

    static ObjectStore start(Path folder, Path log) {
        int port = Ports.anyFree();
        String secret = new Secrets(folder.resolve("objects.secrets")).get("secret");
        Path objects = folder.resolve("objects-" + port);
        try {
            Files.createDirectories(objects.resolve(BUCKET));
            Path config = folder.resolve("objects-" + port + ".properties");
            Secrets.forOwnerOnly(config, settings(port, secret, objects));
            List<String> command =
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx128m",
                            "-jar",
                            Tools.s3proxy().toString(),
                            "--properties",
                            config.toString());
            Child child = Child.start("The object store", log, command, Map.of());
            child.await(() -> Ports.listens(port), PATIENCE);
            return new ObjectStore(child, objects.resolve(BUCKET), port, secret);
        } catch (IOException e) {
            throw new Trouble("The object store cannot be configured.", e);
        }
    }

    private static String settings(int port, String secret, Path objects) {
        return """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem
        jclouds.filesystem.basedir=%s
        """
                .formatted(port, KEY, secret, objects);
    }

    /** What a service has to be told to keep its files here. */
    public Map<String, String> settings() {
        return Map.of(
                "amanet.evidence.store", "BUCKET",
                "amanet.evidence.bucket.name", BUCKET,
                "amanet.evidence.bucket.endpoint", "http://127.0.0.1:" + port,
                "amanet.evidence.bucket.access-key", KEY,
                "amanet.evidence.bucket.secret-key", secret);
    }

    /** The folder that the bucket is. */
    public Path folder() {
        return objects;
    }

    /** How many objects there are. */
    public long count() {
        try (Stream<Path> files = Files.walk(objects)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.stop();
    }
}

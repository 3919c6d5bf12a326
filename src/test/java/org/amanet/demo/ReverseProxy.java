package org.amanet.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** nginx with the configuration that we ship; only names, ports and folders are of this machine. */
public final class ReverseProxy implements AutoCloseable {
    private static final Path SHIPPED = Path.of("docker/nginx/nginx.conf");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Child process;
    private final Path folder;
    private final int port;
    private final int plainPort;

    private ReverseProxy(Child process, Path folder, int port, int plainPort) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.plainPort = plainPort;
    }

    static ReverseProxy start(Path parent, Path log, int servicePort) {
        int port = Ports.anyFree();
        int plainPort = Ports.anyFree();
        Path folder = parent.resolve("nginx-" + port);
        try {
            Files.createDirectories(folder);
            certify(folder, log);
            Path config = folder.resolve("nginx.conf");
            Files.writeString(config, configured(port, plainPort, servicePort));
            List<String> command =
                    List.of(
                            Tools.nginx().toString(),
                            "-e",
                            "/dev/null",
                            "-p",
                            folder.toString(),
                            "-c",
                            config.toString(),
                            "-g",
                            "daemon off;");
            Child child = Child.start("The reverse proxy", log, command, Map.of());
            child.await(() -> Ports.listens(port), PATIENCE);
            return new ReverseProxy(child, folder, port, plainPort);
        } catch (IOException e) {
            throw new Trouble("The reverse proxy cannot be configured.", e);
        }
    }

    private static String configured(int port, int plainPort, int servicePort) throws IOException {
        return Files.readString(SHIPPED)
                .replace("amanet:8080", "127.0.0.1:" + servicePort)
                .replace("listen 80 ", "listen 127.0.0.1:%d ".formatted(plainPort))
                .replace("listen 443 ", "listen 127.0.0.1:%d ".formatted(port))
                .replaceAll("listen \\[::].*", "")
                .replace("/run/nginx.pid", "nginx.pid")
                .replace("/etc/amanet/tls/", "")
                .replace("access_log off;", "access_log off;\n" + TEMPORARY);
    }

    /** Where nginx would put what it does not keep in memory. */
    private static final String TEMPORARY =
            """
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            """;

    /** A key and a certificate of this machine, for whoever wants to be spoken to by TLS. */
    static void certify(Path folder, Path log) {
        List<String> command =
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-nodes",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1",
                        "-keyout",
                        folder.resolve("privkey.pem").toString(),
                        "-out",
                        folder.resolve("fullchain.pem").toString());
        Child openssl = Child.start("openssl", log, command, Map.of());
        openssl.await(() -> !openssl.isAlive(), PATIENCE);
    }

    /** Where people come in. */
    public URI base() {
        return URI.create("https://localhost:" + port);
    }

    /** Where those come in who typed no https. */
    public URI plain() {
        return URI.create("http://localhost:" + plainPort);
    }

    /** Where it could leave files. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        process.stop();
    }
}

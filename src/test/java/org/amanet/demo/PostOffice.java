package org.amanet.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server in this process. Until somebody opens it, its door is shut. */
public final class PostOffice implements AutoCloseable {
    private final Path folder;
    private final int port = Ports.anyFree();
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private @Nullable SMTPServer server;

    PostOffice(Path folder, Path log) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Trouble("The folder of the post office cannot be made.", e);
        }
        ReverseProxy.certify(folder, log);
    }

    /** A mail as it came. */
    public record Letter(String to, String text) {
        /** The lines that a reader sees, the subject first. */
        public String shown() {
            String subject =
                    text.lines()
                            .filter(line -> line.startsWith("Subject:"))
                            .findFirst()
                            .orElse("no subject");
            return subject + text.substring(text.indexOf("\r\n\r\n"));
        }
    }

    /** What a service has to know to send mail here. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.mailer.from",
                "notices@example.org",
                "quarkus.mailer.host",
                "localhost",
                "quarkus.mailer.port",
                Integer.toString(port),
                "quarkus.mailer.tls-configuration-name",
                "post",
                "quarkus.tls.post.trust-store.pem.certs",
                folder.resolve("fullchain.pem").toString(),
                "amanet.notices.every",
                "1s",
                "amanet.notices.look",
                "1s");
    }

    /** Takes mail from now on, from those who speak TLS. */
    public void open() {
        begin(listening().requireTLS().startTlsSocketFactory(context()));
    }

    /** Takes mail in clear, as an eavesdropper would want it. */
    public void openInClear() {
        begin(listening());
    }

    private SMTPServer.Builder listening() {
        return SMTPServer.port(port)
                .messageHandler(
                        (call, from, to, data) ->
                                letters.add(
                                        new Letter(to, new String(data, StandardCharsets.UTF_8))));
    }

    private void begin(SMTPServer.Builder builder) {
        close();
        server = builder.build();
        server.start();
    }

    /** All that came so far. */
    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    private SSLContext context() {
        try {
            CertificateFactory certificates = CertificateFactory.getInstance("X.509");
            Certificate certificate =
                    certificates.generateCertificate(
                            new ByteArrayInputStream(
                                    Files.readAllBytes(folder.resolve("fullchain.pem"))));
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, new char[0]);
            keys.setKeyEntry("post", key(), new char[0], new Certificate[] {certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new Trouble("The post office has no certificate.", e);
        }
    }

    private PrivateKey key() throws GeneralSecurityException, IOException {
        String pem = Files.readString(folder.resolve("privkey.pem"));
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}

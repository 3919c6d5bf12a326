package org.amanet.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.amanet.demo.Http;
import org.amanet.demo.Stack;

/** A line to the service on which somebody hears every byte that is sent to it. */
public final class Tap implements AutoCloseable {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final ServerSocket door;
    private final URI service;

    public Tap(Stack stack) {
        service = stack.http().base();
        try {
            door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::answer);
    }

    /** Where the service seems to be. */
    public String base() {
        return "http://localhost:" + door.getLocalPort();
    }

    private void answer() {
        try {
            while (true) {
                Socket browser = door.accept();
                Socket there = new Socket(service.getHost(), service.getPort());
                Thread.ofVirtual().start(() -> pass(browser, there, true));
                Thread.ofVirtual().start(() -> pass(there, browser, false));
            }
        } catch (IOException closed) {
            // nobody listens any more
        }
    }

    private void pass(Socket from, Socket to, boolean listening) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int count = in.read(buffer);
            while (count >= 0) {
                if (listening) {
                    heard.write(buffer, 0, count);
                }
                out.write(buffer, 0, count);
                count = in.read(buffer);
            }
        } catch (IOException ended) {
            // one of the two has gone
        }
    }

    /** How many bytes have passed. */
    public int bytes() {
        return heard.size();
    }

    /** Whether these words have passed: as they are, as forms write them, or in base64. */
    public boolean carried(String words) {
        return carried(words.getBytes(StandardCharsets.UTF_8))
                || carried(Http.encoded(words).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether these bytes have passed: as they are, or in base64. */
    public boolean carried(byte[] bytes) {
        String line = heard.toString(StandardCharsets.ISO_8859_1);
        boolean found = line.contains(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[bytes.length + shift];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            found |= line.contains(base64.substring(shift + 1, base64.length() - 2));
        }
        return found;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

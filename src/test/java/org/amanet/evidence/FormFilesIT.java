package org.amanet.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.testing.Case;
import org.amanet.testing.Rows;
import org.amanet.testing.Sending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files sent by a plain form, without scripts. */
class FormFilesIT {
    private static final String BOUNDARY = "----boundary7MA4YWxk";
    private static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;
    private static final int PIECE = Sending.PIECE_BYTES;

    private final Stack stack = Stack.shared();
    private final Http http = stack.http();
    private final Session lead = stack.unlocked("lead");

    /** A form as a browser writes it. */
    private static final class Form {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Form field(String name, String value) {
            text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"");
            text("\r\n\r\n" + value + "\r\n");
            return this;
        }

        Form file(String name, byte[] content) {
            text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; ");
            text("filename=\"" + name + "\"\r\nContent-Type: video/mp4\r\n\r\n");
            bytes.writeBytes(content);
            text("\r\n");
            return this;
        }

        byte[] end() {
            text("--" + BOUNDARY + "--\r\n");
            return bytes.toByteArray();
        }

        private void text(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Form form(String receipt) {
        return new Form().field("receipt", receipt);
    }

    private static Answer post(Http to, byte[] body) {
        return to.send(
                "POST",
                "/ug/inbox/files",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                TYPE,
                "Accept",
                "text/html");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_048_576, 1_048_577, PIECE, 2 * PIECE, 2 * PIECE + 77})
    void aFileComesOutAsItWentIn(int length) {
        Case report = Case.of(stack);
        byte[] content = Sending.content(length, length);
        Answer page = post(http, form(report.receipt()).file("ئاۋاز.mp4", content).end());

        assertEquals(200, page.status(), page.text());
        assertTrue(page.text().contains("ئاۋاز.mp4"));
        JsonNode known = report.exhibits(lead).get(0);
        assertEquals("ئاۋاز.mp4", known.path("name").asText());
        assertEquals("video/mp4", known.path("type").asText());
        assertEquals(length, known.path("size").asLong());
        String id = known.path("id").asText();
        assertArrayEquals(content, report.exhibit(lead, id).require(200).body());
        String pieces = "select count(*)::text from exhibit_piece where exhibit = ?";
        assertEquals(
                Layout.of(length).pieces(), new Rows(stack).count(pieces, UUID.fromString(id)));
    }

    @Test
    void severalFilesComeWithOneFormAndEmptyFieldsAreNone() {
        Case report = Case.of(stack);
        byte[] body =
                form(report.receipt())
                        .file("one", new byte[] {1})
                        .file("", new byte[0])
                        .file("two", Sending.content(1, PIECE + 1))
                        .end();
        assertEquals(200, post(http, body).status());
        assertEquals(2, report.exhibits(lead).size());
        assertEquals("two", report.exhibits(lead).at("/1/name").asText());
    }

    @Test
    void nothingChosenIsSaidKindly() {
        Case report = Case.of(stack);
        Answer page = post(http, form(report.receipt()).file("", new byte[0]).end());
        assertEquals(400, page.status());
        assertTrue(page.text().contains("role=\"alert\""));
        assertTrue(page.text().contains(report.receipt()));
    }

    @Test
    void aFormWithoutItsReceiptFirstIsRefused() {
        Case report = Case.of(stack);
        byte[] late = new Form().file("a", new byte[5]).field("receipt", report.receipt()).end();
        assertEquals(400, post(http, late).status());
        assertEquals(400, post(http, form("123").file("a", new byte[5]).end()).status());
        assertEquals(400, post(http, "no form at all".getBytes(StandardCharsets.UTF_8)).status());
        assertEquals(415, http.form("/en/inbox/files", Map.of("receipt", "1")).status());
        assertEquals(0, report.exhibits(lead).size());
    }

    @Test
    void aLineThatBreaksLeavesNothingHalf() throws Exception {
        Case report = Case.of(stack);
        byte[] body =
                form(report.receipt())
                        .file("whole", new byte[] {1, 2, 3})
                        .file("half", Sending.content(2, 3 * PIECE))
                        .end();
        cut(body, 2 * PIECE);
        UUID id = UUID.fromString(report.id());
        Rows rows = new Rows(stack);
        String unfinished = "select count(*)::text from exhibit where report = ? and not complete";
        String whole = "select count(*)::text from exhibit where report = ? and complete";
        for (int i = 0; i < 100 && rows.count(whole, id) < 1; i++) {
            Thread.sleep(100);
        }
        for (int i = 0; i < 100 && rows.count(unfinished, id) > 0; i++) {
            Thread.sleep(100);
        }
        assertEquals(0, rows.count(unfinished, id));
        assertEquals(1, report.exhibits(lead).size());
        assertEquals("whole", report.exhibits(lead).at("/0/name").asText());
    }

    private void cut(byte[] body, int after) throws IOException {
        URI base = http.base();
        String head =
                "POST /en/inbox/files HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(TYPE, body.length);
        try (Socket line = new Socket(base.getHost(), base.getPort());
                OutputStream out = line.getOutputStream()) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, after);
            out.flush();
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Test
    void limitsAreSaidKindlyAndWhatCameBeforeStays() {
        Case report = Case.of(stack);
        Map<String, String> tight =
                Map.of("amanet.evidence.file-max", "2000000", "amanet.evidence.files-max", "2");
        try (Service replica = stack.replica(tight)) {
            byte[] large =
                    form(report.receipt())
                            .file("small", new byte[] {1})
                            .file("large", Sending.content(3, PIECE + 1))
                            .end();
            Answer page = post(replica.http(), large);
            assertEquals(400, page.status());
            assertTrue(page.text().contains("2 گىگابايت"));
            byte[] many =
                    form(report.receipt())
                            .file("two", new byte[] {1})
                            .file("three", new byte[] {1})
                            .end();
            assertEquals(400, post(replica.http(), many).status());
        }
        assertEquals(2, report.exhibits(lead).size());
        String left = "select count(*)::text from exhibit where report = ?";
        assertEquals(2, new Rows(stack).count(left, UUID.fromString(report.id())));
    }
}

package org.amanet.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;

/** A file on its way in, as a client of tus 1.0 sends it. */
public record Sending(String id, String report, String token, long length, long pieceBytes) {
    public static final int PIECE_BYTES = 4 * 1024 * 1024;

    /** Asks to begin. */
    public static Answer asked(Http http, String receipt, String name, long size) {
        Object wanted =
                Map.of("receipt", receipt, "name", name, "type", "image/jpeg", "size", size);
        return http.post("/api/v1/inbox/uploads", wanted);
    }

    public static Sending begun(Http http, String receipt, String name, long size) {
        return of(asked(http, receipt, name, size));
    }

    /** What was answered to whoever asked. */
    public static Sending of(Answer answer) {
        answer.require(201);
        return new Sending(
                answer.text("id"),
                answer.text("report"),
                answer.text("token"),
                answer.json().path("length").asLong(),
                answer.json().path("pieceBytes").asLong());
    }

    /** A whole file, in one go. */
    public static Sending whole(Http http, String receipt, String name, byte[] content) {
        Sending sending = begun(http, receipt, name, content.length);
        sending.patch(http, 0, content).require(204);
        return sending;
    }

    /** The same bytes for the same seed; no two of them alike to a packer. */
    public static byte[] content(long seed, int length) {
        byte[] content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }

    public String path() {
        return "/api/v1/uploads/" + id;
    }

    /** Sends so much from there. */
    public Answer patch(Http http, long offset, byte[] bytes) {
        return http.send(
                "PATCH",
                path(),
                BodyPublishers.ofByteArray(bytes),
                "Content-Type",
                "application/offset+octet-stream",
                "Tus-Resumable",
                "1.0.0",
                "Upload-Token",
                token,
                "Upload-Offset",
                Long.toString(offset));
    }

    /** Goes on from there to the end, a piece a request. */
    public void rest(Http http, byte[] content, long from) {
        long offset = from;
        while (offset < content.length) {
            int end = (int) Math.min(content.length, offset + pieceBytes);
            Answer answer = patch(http, offset, Arrays.copyOfRange(content, (int) offset, end));
            offset = Long.parseLong(answer.require(204).header("Upload-Offset"));
        }
    }

    /** Promises all of it and breaks off in the middle, as a lost line does. */
    public void breakOff(Http http, long offset, byte[] promised, int sent) {
        URI base = http.base();
        String head =
                """
                PATCH %s HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/offset+octet-stream\r
                Tus-Resumable: 1.0.0\r
                Upload-Token: %s\r
                Upload-Offset: %d\r
                Content-Length: %d\r
                \r
                """
                        .formatted(path(), token, offset, promised.length);
        try (Socket line = new Socket(base.getHost(), base.getPort());
                OutputStream out = line.getOutputStream()) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(promised, 0, sent);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer head(Http http) {
        return bare(http, "HEAD", token);
    }

    public Answer cancel(Http http) {
        return bare(http, "DELETE", token);
    }

    /** A request without a body, with whatever token. */
    public Answer bare(Http http, String method, String otherToken) {
        return http.send(
                method,
                path(),
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Token",
                otherToken);
    }

    public long offset(Http http) {
        return Long.parseLong(head(http).require(204).header("Upload-Offset"));
    }

    @Override
    public String toString() {
        return "Sending " + id;
    }
}

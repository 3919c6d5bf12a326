package org.amanet.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amanet.demo.Http;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.RunningDigests;
import org.amanet.testing.Case;
import org.amanet.testing.Sending;

/**
 * {@code bin/bench uploads [FILES] [MIB]}: so many files at once, then one of 2 GiB, over loopback
 * HTTP into the database and out again; with the memory that the service takes meanwhile.
 */
public final class Uploading {
    private static final long MIB = 1024 * 1024;
    private static final long LARGEST = 2048 * MIB;

    private final PrintStream out;
    private final Stack stack;

    public Uploading(PrintStream out, Stack stack) {
        this.out = out;
        this.stack = stack;
    }

    /** The arguments are how many files at once, and how many MiB each has. */
    public static void main(String[] arguments) throws Exception {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int mib = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        try (Stack stack =
                Stack.fresh(Path.of("target/bench"), line -> System.out.println("  " + line))) {
            Uploading uploading = new Uploading(System.out, stack);
            System.out.println("service: " + String.join(" ", Service.MACHINE));
            uploading.many(files, 4 * MIB); // warms up
            uploading.many(files, mib * MIB);
            uploading.one(LARGEST);
        }
    }

    /** The most memory that was resident, in bytes. */
    public long many(int files, long size) throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String receipt = Case.of(stack).receipt();
            int seed = i;
            all.add(
                    () -> {
                        Sending sending = Sending.begun(stack.http(), receipt, "a file", size);
                        byte[] piece = Sending.content(seed, Sending.PIECE_BYTES);
                        for (long at = 0; at < size; at += piece.length) {
                            sending.patch(stack.http(), at, piece).require(204);
                        }
                        return null;
                    });
        }
        try (Watch watch = new Watch(stack.service());
                ExecutorService threads = Executors.newFixedThreadPool(files)) {
            long start = System.nanoTime();
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
            say(files + " files of " + size / MIB + " MiB at once", files * size, start, watch);
            return watch.most();
        }
    }

    /** One file in one request, and out again; the most memory that was resident, in bytes. */
    public long one(long size) throws Exception {
        Case report = Case.of(stack);
        Sending sending = Sending.begun(stack.http(), report.receipt(), "one file", size);
        long most;
        try (Watch watch = new Watch(stack.service())) {
            long start = System.nanoTime();
            send(sending, size);
            say("one file of " + size / MIB + " MiB in", size, start, watch);
            most = watch.most();
        }
        try (Watch watch = new Watch(stack.service())) {
            long start = System.nanoTime();
            requireSame(report, sending, size);
            say("the same out again", size, start, watch);
            return Math.max(most, watch.most());
        }
    }

    private void send(Sending sending, long size) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(at(stack.http(), sending.path()))
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Token", sending.token())
                        .header("Upload-Offset", "0")
                        .method(
                                "PATCH",
                                BodyPublishers.fromPublisher(
                                        BodyPublishers.ofInputStream(() -> new Noise(size)), size))
                        .build();
        HttpResponse<String> response =
                client().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 204) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
    }

    private void requireSame(Case report, Sending sending, long size)
            throws IOException, InterruptedException {
        Session lead = stack.unlocked("lead");
        HttpRequest request =
                HttpRequest.newBuilder(
                                at(stack.http(), report.exhibitPath(sending.id()) + "/original"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"a bench\"}"))
                        .header("Authorization", "Bearer " + lead.token())
                        .header("Vault-Token", lead.vaultToken())
                        .build();
        HttpResponse<InputStream> response =
                client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        String taken = digest(response.body());
        if (!taken.equals(digest(new Noise(size)))) {
            throw new AssertionError("it came out otherwise than it went in");
        }
    }

    private static String digest(InputStream stream) throws IOException {
        RunningDigests digests = RunningDigests.begin();
        byte[] buffer = new byte[64 * 1024];
        try (stream) {
            int count = stream.read(buffer);
            while (count >= 0) {
                digests.update(buffer, 0, count);
                count = stream.read(buffer);
            }
        }
        return digests.sha256();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static URI at(Http http, String path) {
        return http.base().resolve(path);
    }

    private void say(String what, long bytes, long start, Watch watch) {
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                "%-34s %7.1f MB/s   resident at first %4d MB, at most %4d MB%n",
                what, bytes / 1e6 / seconds, watch.first() / 1_000_000, watch.most() / 1_000_000);
    }

    /** Bytes that do not pack, the same every time. */
    private static final class Noise extends InputStream {
        private final SplittableRandom random = new SplittableRandom(1);
        private long left;

        Noise(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            for (int i = 0; i < count; i++) {
                bytes[offset + i] = (byte) random.nextInt();
            }
            left -= count;
            return count;
        }
    }

    /** Looks at the memory of the service four times a second. */
    private static final class Watch implements AutoCloseable {
        private final Service service;
        private final Thread thread;
        private final long first;
        private volatile long most;
        private volatile boolean over;

        Watch(Service service) {
            this.service = service;
            this.first = service.residentBytes();
            this.thread = Thread.ofPlatform().daemon().start(this::look);
        }

        private void look() {
            while (!over) {
                most = Math.max(most, service.residentBytes());
                try {
                    Thread.sleep(Duration.ofMillis(250));
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        long first() {
            return first;
        }

        long most() {
            return Math.max(most, service.residentBytes());
        }

        @Override
        public void close() throws InterruptedException {
            over = true;
            thread.join();
        }
    }
}

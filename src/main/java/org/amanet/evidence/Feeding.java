package org.amanet.evidence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.amanet.problems.Refusal;

/** Gives a program what it reads, while somebody else takes what it answers. */
final class Feeding {
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private Feeding() {}

    static Feeding of(Sandbox.Source source, OutputStream into) {
        Feeding feeding = new Feeding();
        Thread.ofVirtual().start(() -> feeding.feed(source, new Mouth(into)));
        return feeding;
    }

    private void feed(Sandbox.Source source, Mouth mouth) {
        try (mouth) {
            source.copyTo(mouth);
            done.complete(null);
        } catch (IOException e) {
            if (mouth.shut) {
                // It has read enough, or has ended: its answer tells.
                done.complete(null);
            } else {
                done.completeExceptionally(
                        new UncheckedIOException("a program cannot be given its file", e));
            }
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    /**
     * Waits until nothing is read from the source any more.
     *
     * @throws Refusal of the source
     */
    void end() {
        try {
            done.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case Refusal refusal -> throw refusal;
                case UncheckedIOException broken -> throw broken;
                case null, default -> throw e;
            }
        }
    }

    /** Tells a program that takes no more from a source that gives no more. */
    private static final class Mouth extends FilterOutputStream {
        private volatile boolean shut;

        Mouth(OutputStream into) {
            super(into);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                shut = true;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            try {
                out.close();
            } catch (IOException e) {
                shut = true;
                throw e;
            }
        }
    }
}

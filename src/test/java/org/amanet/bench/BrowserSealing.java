package org.amanet.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.amanet.demo.Stack;
import org.amanet.sealing.Identity;
import org.amanet.testing.Browser;
import org.amanet.testing.Case;
import org.amanet.testing.Script;
import org.amanet.testing.Sending;

/**
 * How fast Chromium seals: the pieces of a file, and what a receipt costs; then a whole file from
 * the inbox into the service, sealed on the way.
 */
public final class BrowserSealing {
    private static final int MIB = 1024 * 1024;
    private static final double LOOK_EVERY = 250;
    private static final String PAGE = "http://localhost/";

    private static final String PIECES =
            """
            async ({ src, recipient, mebibytes }) => {
              const sealing = await import(src);
              const piece = 4 * 1024 * 1024;
              const random = new Uint8Array(piece);
              for (let at = 0; at < piece; at += 65536) crypto.getRandomValues(random.subarray(at, at + 65536));
              const file = new Blob(Array.from({ length: mebibytes / 4 }, () => random));
              let most = 0;
              const start = performance.now();
              for (let i = 0; i * piece < file.size; i++) {
                const content = new Uint8Array(await file.slice(i * piece, (i + 1) * piece).arrayBuffer());
                const sealed = await sealing.sealPiece("r", "u", i, content, piece, recipient);
                if (sealed.length !== sealing.sealedPieceBytes(piece)) throw new Error("not as long as agreed");
                most = Math.max(most, performance.memory?.usedJSHeapSize ?? 0);
              }
              const seconds = (performance.now() - start) / 1000;
              return { rate: file.size / 1e6 / seconds, heap: most / 1048576 };
            }""";

    private static final String RECEIPT =
            """
            async ({ src }) => {
              const sealing = await import(src);
              const receipts = { salt: btoa("0123456789abcdef"), memoryKib: 19456, iterations: 2, parallelism: 1 };
              const start = performance.now();
              await sealing.reporterOf(sealing.newReceipt(), receipts);
              return performance.now() - start;
            }""";

    private BrowserSealing() {}

    /** {@code [MEBIBYTES]} of a file; 256 where nothing is said. */
    public static void main(String[] arguments) throws Exception {
        int mebibytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 256;
        String src = "/" + Script.bundle("sealing").getFileName();
        try (Browser browser = new Browser();
                Identity key = Identity.generate()) {
            Page page = browser.person("en", true, false);
            page.context().setDefaultTimeout(0);
            page.route("**/*", BrowserSealing::serve);
            page.navigate(PAGE);
            Object receipt = page.evaluate(RECEIPT, Map.of("src", src));
            System.out.printf("receipt to identity: %.0f ms%n", ((Number) receipt).doubleValue());
            Map<?, ?> pieces =
                    (Map<?, ?>)
                            page.evaluate(
                                    PIECES,
                                    Map.of(
                                            "src",
                                            src,
                                            "recipient",
                                            key.recipient().encoded(),
                                            "mebibytes",
                                            mebibytes));
            System.out.printf(
                    "%d MiB in pieces of 4 MiB: %.1f MB/s, heap at most %.0f MiB%n",
                    mebibytes,
                    ((Number) pieces.get("rate")).doubleValue(),
                    ((Number) pieces.get("heap")).doubleValue());
            upload(browser, mebibytes);
        }
    }

    private static void upload(Browser browser, int mebibytes) throws Exception {
        Path file = Files.createTempFile(Path.of("target"), "noise", ".mp4");
        try (OutputStream noise = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                noise.write(Sending.content(i, MIB));
            }
        }
        try (Stack stack =
                Stack.fresh(Path.of("target/bench"), line -> System.out.println("  " + line))) {
            Page page = browser.person("en", true, false);
            page.navigate(stack.http().base() + "/en/inbox");
            page.fill("#receipt", Case.of(stack).receipt());
            page.click("form[action$='/inbox'] button");
            page.setInputFiles("#file", file);
            long start = System.nanoTime();
            page.click("form[data-upload] button");
            long most = mostWhileGoing(page);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%d MiB from the inbox, receipt to identity included: %.1f MB/s, page at most"
                            + " %d MB resident (%s)%n",
                    mebibytes,
                    mebibytes * (double) MIB / 1e6 / seconds,
                    most / 1000,
                    page.locator("[data-sending] [role=status]").innerText());
        } finally {
            Files.delete(file);
        }
    }

    private static long mostWhileGoing(Page page) {
        Locator going = page.locator("[data-sending] button");
        going.waitFor();
        long most = 0;
        while (going.count() > 0) {
            most = Math.max(most, largestRenderer());
            page.waitForTimeout(LOOK_EVERY);
        }
        return most;
    }

    /** In kilobytes. */
    private static long largestRenderer() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(BrowserSealing::residentOfRenderer)
                .max()
                .orElse(0);
    }

    private static long residentOfRenderer(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            if (!Files.readString(proc.resolve("cmdline")).contains("--type=renderer")) {
                return 0;
            }
            return Files.readString(proc.resolve("status"))
                    .lines()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void serve(Route route) {
        try {
            boolean script = route.request().url().endsWith(".js");
            route.fulfill(
                    new Route.FulfillOptions()
                            .setContentType(script ? "text/javascript" : "text/html")
                            .setBodyBytes(
                                    script
                                            ? Files.readAllBytes(Script.bundle("sealing"))
                                            : new byte[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

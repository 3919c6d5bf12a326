package org.amanet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Debian's Chromium, best without what draws windows; pictures of every page stay in {@code
 * target/screenshots}.
 */
public final class Browser implements AutoCloseable {
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final double PATIENCE_MILLIS = 30_000;
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final Set<String> foreign = new TreeSet<>();

    public Browser() {
        // A machine that does much else at once takes its time.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--use-fake-device-for-media-stream",
                                                        "--use-fake-ui-for-media-stream",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    private static Path executable() {
        return List.of(
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no Chromium; install it."));
    }

    /** Somebody with a browser of their own, a telephone's width where it is narrow. */
    public Page person(String language, boolean scripts, boolean narrow) {
        return person(options(language, narrow).setJavaScriptEnabled(scripts));
    }

    /**
     * Somebody who opens a file, in a browser that minds no bars: those of a file of ours come from
     * the file itself and would keep out whoever examines it.
     */
    public Page reader(String language, boolean narrow) {
        return person(options(language, narrow).setBypassCSP(true).setOffline(true));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(
            String language, boolean narrow) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setAcceptDownloads(true)
                .setViewportSize(narrow ? 360 : 1280, 800);
    }

    private Page person(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(60_000);
        context.onRequest(
                request -> {
                    String host = java.net.URI.create(request.url()).getHost();
                    if (host != null && !"localhost".equals(host)) {
                        foreign.add(request.url());
                    }
                });
        return context.newPage();
    }

    /** Somebody with a microphone that hums, who lets a page hear it. */
    public Page speaking(String language) {
        Page page = person(language, true, true);
        page.context().grantPermissions(List.of("microphone"));
        return page;
    }

    /** Keeps a picture of the whole page. */
    public void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + ".png")));
    }

    /** Keeps a picture and fails where WCAG 2.2 AA is violated, or something runs off the side. */
    public void examine(Page page, String name) {
        // Further down, the bar that stays on top would cover links that can be scrolled to.
        page.evaluate("scrollTo(0, 0)");
        picture(page, name);
        // Our pages have no frames: in one go it is as thorough, and three times as fast.
        List<Rule> violations =
                new AxeBuilder(page).setLegacyMode(true).options(wcag()).analyze().getViolations();
        assertEquals(
                List.of(),
                violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + nodes(rule))
                        .toList(),
                name);
        requireFits(page, name);
    }

    /** Keeps a picture and fails where something runs off the side. */
    public void requireFits(Page page, String name, int width) {
        page.setViewportSize(width, 700);
        picture(page, name);
        requireFits(page, name);
    }

    private static void requireFits(Page page, String name) {
        Object overflow =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, ((Number) overflow).intValue(), name + " runs off the side");
    }

    private static AxeRunOptions wcag() {
        AxeRunOnlyOptions tags = new AxeRunOnlyOptions();
        tags.setType("tag");
        tags.setValues(WCAG);
        AxeRunOptions options = new AxeRunOptions();
        options.setRunOnly(tags);
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String nodes(Rule rule) {
        return rule.getNodes().stream().map(node -> " " + node.getHtml()).toList().toString();
    }

    /** Fails where a page asked anybody but us for something. */
    public void requireNothingForeign() {
        assertTrue(foreign.isEmpty(), () -> "asked of others: " + foreign);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

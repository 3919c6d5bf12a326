package org.amanet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.amanet.demo.Stack;
import org.amanet.testing.Browser;
import org.amanet.testing.FormWalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way in a real browser: from the Uyghur form to the package that an investigator opens.
 * Pictures of every page stay in {@code target/screenshots}; no page violates WCAG 2.2 AA.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkIT {
    /** "They phoned me and told me to come back", and a word that is found again at the end. */
    private static final String WORD = "belge-" + UUID.randomUUID();

    private static final String ACCOUNT =
            "ئۇلار ماڭا تېلېفون قىلىپ، قايتىپ كېلىشىمنى ئېيتتى. " + WORD;
    private static final String ANSWER = "Rehmet. We have read it. Are you safe now? " + WORD;

    private final Stack stack = Stack.shared();
    private final Browser browser = new Browser();

    @TempDir Path folder;

    @AfterAll
    void close() {
        browser.close();
    }

    private String at(String path) {
        return stack.http().base() + path;
    }

    @Test
    void fromTheUyghurFormToTheInvestigatorsDownload() throws Exception {
        Page reporter = browser.person("ug", true, true);
        String receipt = report(reporter);

        Page caseworker = browser.person("en", true, false);
        answer(caseworker);
        readTheAnswer(reporter, receipt);

        prepare(caseworker);
        approve(browser.person("de", true, false));
        Path sealed = pull(browser.person("en", true, false));
        assertTrue(opened(sealed).contains(WORD), "the package does not hold the account");
        watchOver(browser.person("en", true, false));
        browser.requireNothingForeign();
    }

    private String report(Page page) {
        page.navigate(at("/"));
        browser.examine(page, "01-languages");
        page.navigate(at("/ug/"));
        browser.examine(page, "02-home-ug");
        page.navigate(at("/ug/safety"));
        browser.examine(page, "03-safety-ug");
        FormWalk form = FormWalk.open(page, at(""), "ug");
        assertEquals("rtl", page.getAttribute("html", "dir"));
        form.through(
                "SOON", ACCOUNT, (shown, step) -> browser.examine(shown, "04-form-ug-" + step));
        String receipt = form.send();
        browser.examine(page, "07-receipt-ug");
        page.fill("#typed", receipt.replaceAll("\\d$", ""));
        page.click("main form button:not(.unseen):visible");
        browser.examine(page, "08-receipt-mistyped-ug");
        page.fill("#typed", receipt);
        page.click("main form button:not(.unseen):visible");
        browser.examine(page, "09-next-ug");
        return receipt;
    }

    private void signIn(Page page, String name, String path) {
        page.navigate(at(path));
        page.fill("#username", name);
        page.fill("#password", stack.keycloak().password(name));
        page.click("#kc-login");
        page.waitForURL(Pattern.compile(Pattern.quote(at("/")) + ".*"));
    }

    private void unlock(Page page, String name) {
        page.navigate(at("/desk/vault"));
        page.fill("#passphrase", stack.passphrase(name));
        page.click("form[action$='/vault/session'] button");
    }

    private void answer(Page page) {
        signIn(page, "caseworker", "/desk");
        browser.examine(page, "10-desk-locked");
        page.navigate(at("/desk/vault"));
        browser.examine(page, "11-vault");
        unlock(page, "caseworker");
        page.navigate(at("/desk?band=P1"));
        browser.examine(page, "12-queue");
        openTheReport(page);
        browser.examine(page, "13-case");
        page.fill("#note", "First look.");
        page.click("form[action$='/notes'] button");
        page.fill("#message", ANSWER);
        page.click("form[action$='/messages'] button");
        assertTrue(page.content().replace("\u2060", "").contains(ANSWER));
        page.selectOption("#new-status", "IN_TRIAGE");
        page.click("form[action$='/status'] button");
        browser.examine(page, "14-case-answered");
    }

    /** Other tests leave reports of the same band: the one is found by opening. */
    private void openTheReport(Page page) {
        List<String> links =
                page.locator("tbody th a").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList();
        for (String link : links) {
            page.navigate(at(link));
            if (page.content().contains(WORD)) {
                return;
            }
        }
        throw new AssertionError("the report is not in the queue");
    }

    private void readTheAnswer(Page page, String receipt) {
        page.navigate(at("/ug/inbox"));
        browser.examine(page, "15-inbox-door-ug");
        page.fill("#receipt", receipt);
        page.click("form[action$='/inbox'] button");
        assertThat(page.locator("main")).containsText(ANSWER);
        String digits = page.url().replaceAll("\\D", "");
        assertFalse(
                digits.contains(receipt.replace(" ", "").substring(0, 8)),
                "a receipt stands in an address");
        browser.examine(page, "16-inbox-ug");
        page.click("button[value=ASK_WITHDRAWAL]");
        assertThat(page.locator("#again")).isVisible();
        browser.examine(page, "17-withdrawal-asked-ug");
    }

    private void prepare(Page page) {
        page.click("a[href*='/desk/exports/new']:has-text('xport')");
        browser.examine(page, "18-export-new");
        page.locator("label:has(input[name=recipient])", new Page.LocatorOptions().setHasText("DE"))
                .first()
                .click();
        page.check("input[name=profile][value=POLICE_PROSECUTOR]");
        page.click("form[action$='/exports/new/look'] button");
        browser.examine(page, "19-export-seen");
        page.click("form[action='/desk/exports/new'] button");
        browser.examine(page, "20-export-prepared");
    }

    private void approve(Page page) {
        signIn(page, "lead", "/desk");
        unlock(page, "lead");
        page.navigate(at("/desk/people"));
        browser.examine(page, "21-people-de");
        page.navigate(at("/desk/exports"));
        browser.examine(page, "22-exports-de");
        page.locator("a[href*='/desk/exports/']:not([href$='/new'])").first().click();
        browser.examine(page, "23-export-to-approve-de");
        page.click("form[action$='/approval'] button");
        browser.examine(page, "24-export-approved-de");
    }

    private Path pull(Page page) {
        signIn(page, "investigator-de", "/authority");
        browser.examine(page, "25-authority");
        Download download =
                page.waitForDownload(
                        () -> page.locator("form[action$='/package'] button").first().click());
        Path sealed = folder.resolve(download.suggestedFilename());
        download.saveAs(sealed);
        page.navigate(at("/authority"));
        page.locator("form[action$='/acknowledgement'] button").first().click();
        browser.examine(page, "26-authority-acknowledged");
        page.navigate(at("/authority/key"));
        browser.examine(page, "27-authority-key");
        return sealed;
    }

    private void watchOver(Page page) {
        signIn(page, "auditor", "/desk/log");
        browser.examine(page, "28-log");
    }

    /** What stands in the package, read with age and unzip. */
    private String opened(Path sealed) throws IOException, InterruptedException {
        String command =
                "age --decrypt --identity '%s' '%s' > '%s/package.zip' && unzip -p '%s/package.zip' '*/report.json'"
                        .formatted(stack.key("investigator-de"), sealed, folder, folder);
        Process shell = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(shell.waitFor(1, TimeUnit.MINUTES) && shell.exitValue() == 0, output);
        return output;
    }

    @Test
    void withoutScriptsAReportIsSentAndFoundAgain() {
        Page page = browser.person("ug", false, true);
        String receipt =
                FormWalk.open(page, at(""), "ug").shortest("NO", ACCOUNT).send().replace(" ", "");
        assertEquals(28, receipt.length());
        page.fill("#typed", receipt);
        page.click("form[action$='/report/receipt'] button");
        browser.picture(page, "30-next-without-scripts-ug");
        page.navigate(at("/ug/inbox"));
        page.fill("#receipt", receipt);
        page.click("form[action$='/inbox'] button");
        browser.picture(page, "31-inbox-without-scripts-ug");
        assertTrue(page.locator("#status").isVisible());
        assertEquals(List.of(), page.context().cookies(), "a reporter's page set a cookie");
    }

    /** What is not seen on a telephone by EveryLanguageIT, nor on its way by ReportWalkIT. */
    @Test
    void everyOtherPageOfReportersPassesToo() {
        for (String language : List.of("en", "de", "ug")) {
            for (boolean narrow : new boolean[] {true, false}) {
                Page page = browser.person(language, true, narrow);
                for (String path :
                        narrow ? List.of("/safety") : List.of("/", "/safety", "/inbox")) {
                    page.navigate(at("/" + language + path));
                    String where = path.substring(1) + (narrow ? "-narrow" : "-wide");
                    browser.examine(page, "40-" + language + "-" + where);
                }
                page.context().close();
            }
        }
        browser.requireNothingForeign();
    }
}

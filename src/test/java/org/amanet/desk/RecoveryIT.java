package org.amanet.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.sealing.Identity;
import org.amanet.staff.Colleague;
import org.amanet.staff.Offline;
import org.amanet.testing.Browser;
import org.amanet.testing.Case;
import org.amanet.testing.Database;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recovery key, on its own machine, believes nobody; and a drill shows that it works. */
class RecoveryIT {
    private static final Stack STACK = Stack.shared();

    @TempDir private Path folder;

    private static String reference(Case report) {
        return Database.text(STACK, "select reference from report where id::text = ?", report.id());
    }

    private static String fingerprint(String name) {
        return STACK.session(name)
                .get("/api/v1/staff/me")
                .json()
                .at("/member/fingerprint")
                .asText();
    }

    /** A drill that two leads agreed to. */
    private static String drill(Colleague lead, Case report) {
        Session session = lead.unlocked();
        Answer asked =
                session.post(Ceremony.ALL, Map.of("kind", "DRILL", "report", reference(report)));
        String path = Ceremony.path(asked.require(201).json());
        STACK.unlocked("lead").post(path + "/approval", "{}").require(200);
        return path;
    }

    private record Ran(int status, String said) {}

    /** The command as the documentation has it, as a process of its own. */
    private static Ran recovering(Path file, String typed)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                "target/quarkus-app/lib/main/*:target/quarkus-app/app/*",
                                "org.amanet.sealing.Founding",
                                "recover",
                                Offline.key(STACK),
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        process.outputWriter(StandardCharsets.UTF_8).append(typed).append('\n').close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    @Test
    void whoeverSwapsTheRecipientIsRefusedOffline() throws Exception {
        Colleague lead = Colleague.lead(STACK, "recovery-lead");
        Case report = Case.of(STACK, Reports.whole("For the drill.", "A cousin", "DE"));
        String path = drill(lead, report);
        String file = lead.unlocked().get(path + "/file").require(200).text();
        String own = file.split(" ", 6)[4].lines().findFirst().orElseThrow();
        String stranger;
        try (Identity identity = Identity.generate()) {
            stranger = identity.recipient().encoded();
        }
        String heard = fingerprint(lead.name()).substring(30);
        Path sent = folder.resolve("recovery.txt");
        for (String swapped :
                List.of(
                        file.replaceFirst(own, stranger),
                        file.replace(own, stranger),
                        file.replace("vouching root", "vouching " + lead.id()))) {
            Files.writeString(sent, swapped);
            Ran ran = recovering(sent, heard);
            assertEquals(1, ran.status(), ran.said());
            assertTrue(ran.said().contains("REFUSED: nobody whom the root key"), ran.said());
        }
        Files.writeString(sent, file);
        Ran misheard = recovering(sent, "0000 0000");
        assertEquals(1, misheard.status(), misheard.said());
        assertFalse(misheard.said().contains(heard), "the end has to be heard");
        assertFalse(Files.exists(folder.resolve("recovery.txt.sealed")));

        Ran good = recovering(sent, heard);
        assertEquals(0, good.status(), good.said());
        String back = Files.readString(folder.resolve("recovery.txt.sealed"));
        assertFalse(back.contains("AGE-SECRET-KEY"));
        String twisted = back.replaceFirst("grant (\\S+) ACCOUNT", "grant $1 RELATIVES");
        lead.unlocked().put(path + "/file", Map.of("file", twisted)).require(400);
        Ceremony.assertOpens(lead.unlocked(), List.of(report));
        lead.unlocked().put(path + "/file", Map.of("file", back)).require(200);
        Ceremony.assertOpens(lead.unlocked(), List.of(report));
        assertEquals(
                "1",
                Database.text(
                        STACK,
                        "select count(*)::text from audit_entry where act = 'GRANT_MADE'"
                                + " and detail = 'DRILL' and report::text = ?",
                        report.id()));
    }

    @Test
    void drillIsWalkedThroughOnThePages() throws Exception {
        Colleague lead = Colleague.lead(STACK, "recovery-pages");
        Case report = Case.of(STACK, Reports.whole("For the pages.", "An aunt", "DE"));
        Path sent = folder.resolve("pages.txt");
        try (Browser browser = new Browser()) {
            Page asking = unlocked(browser, "ug", lead.name());
            asking.fill("#report", reference(report));
            asking.click("form[action$='/drill'] button");
            browser.examine(asking, "ceremonies-ug");
            Page agreeing = unlocked(browser, "de", "lead");
            agreeing.click("form[action$='/approval'] button");
            browser.examine(agreeing, "ceremonies-de");
            asking.reload();
            Download file = asking.waitForDownload(() -> asking.click("a[download]"));
            file.saveAs(sent);
            Ran ran = recovering(sent, fingerprint(lead.name()).substring(30));
            assertEquals(0, ran.status(), ran.said());
            asking.setInputFiles("input[type=file]", folder.resolve("pages.txt.sealed"));
            asking.click("form[enctype] button");
            assertThat(asking.locator("input[type=file]")).hasCount(0);
            assertThat(asking.locator("main")).containsText(java.time.Year.now() + "-");
        }
        Ceremony.assertOpens(lead.unlocked(), List.of(report));
    }

    private static Page unlocked(Browser browser, String language, String name) {
        Page page = browser.person(language, true, true);
        page.navigate(STACK.http().base() + "/desk/vault");
        page.fill("#username", name);
        page.fill("#password", STACK.keycloak().password(name));
        page.click("#kc-login");
        page.fill("#passphrase", STACK.passphrase(name));
        page.click("form[action$='/vault/session'] button");
        page.navigate(STACK.http().base() + "/desk/ceremonies");
        return page;
    }
}

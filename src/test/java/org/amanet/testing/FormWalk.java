package org.amanet.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.BiConsumer;

/** A person's way through the form in a browser, one question a screen. */
public final class FormWalk {
    /** The screens in their order, as the pages name them. */
    public static final List<String> STEPS =
            List.of(
                    "SAFETY",
                    "DANGER",
                    "STORY",
                    "WANTED",
                    "REACH",
                    "WHEN",
                    "ACTORS",
                    "RELATIVES",
                    "FILES",
                    "URGENT",
                    "WISHES",
                    "WHO",
                    "MAY",
                    "CONTACT",
                    "CHECK");

    private final Page page;

    private FormWalk(Page page) {
        this.page = page;
    }

    /** Opens the first screen. */
    public static FormWalk open(Page page, String base, String language) {
        page.navigate(base + "/" + language + "/report");
        return new FormWalk(page);
    }

    /** Of somebody who has it open. */
    public static FormWalk at(Page page) {
        return new FormWalk(page);
    }

    public Page page() {
        return page;
    }

    /** The screen that is shown. */
    public String at() {
        return page.locator("#report input[name=at]").getAttribute("value");
    }

    /** Presses the large button, and expects this screen. */
    public FormWalk next(String expected) {
        page.click("#report button.wide");
        return require(expected);
    }

    /** Presses the button with this value, and expects this screen. */
    public FormWalk press(String go, String expected) {
        page.click("#report button[name=go][value=" + go + "]:visible");
        return require(expected);
    }

    /** Expects this screen; where scripts run, the first change takes a moment. */
    public FormWalk require(String expected) {
        assertThat(page.locator("#report input[name=at]")).hasAttribute("value", expected);
        return this;
    }

    /**
     * From the first screen to the last, each filled in.
     *
     * @param look what to do on each screen once it is filled in
     */
    public FormWalk through(String danger, String account, BiConsumer<Page, String> look) {
        for (int i = 0; i < STEPS.size() - 1; i++) {
            fill(STEPS.get(i), danger, account);
            look.accept(page, STEPS.get(i));
            next(STEPS.get(i + 1));
        }
        look.accept(page, "CHECK");
        return this;
    }

    private void fill(String step, String danger, String account) {
        switch (step) {
            case "DANGER" -> page.check("[name=danger][value=" + danger + "]");
            case "STORY" -> page.fill("#account", account);
            case "WANTED" -> tick("demands", "DEM.RETURN");
            case "REACH" -> {
                tick("means", "MEA.CALL");
                tick("channels", "CHN.WECHAT");
            }
            case "WHEN" -> {
                page.check("[name=when][value=WEEK]");
                page.selectOption("#where", "DE");
                page.selectOption("#residence", "PROTECTED");
            }
            case "ACTORS" -> {
                page.check("[name=actor-0][value='ACT.PRC']");
                page.selectOption("#basis-0", "ATT.SELFNAMED");
                page.fill("#phone-0", "+86 991 000 000");
            }
            case "FILES" -> tick("evidence", "EVD.VOICE");
            case "WISHES" -> tick("wishes", "SUP.SAFETY");
            case "MAY" -> {
                tick("consent", "C0");
                tick("consent", "C4");
                page.selectOption("#C4-country", "DE");
            }
            case "CONTACT" -> tick("contact-never", "CALL");
            default -> {}
        }
    }

    private void tick(String name, String value) {
        page.check("[name=" + name + "][value='" + value + "']");
    }

    /** Sends it, and gives the receipt that is shown. */
    public String send() {
        page.click("#send");
        return receipt(page);
    }

    /** The receipt on a page, in groups of four. */
    public static String receipt(Page page) {
        page.waitForSelector(".digits:not(.small) li");
        List<String> groups = page.locator(".digits:not(.small) li").allInnerTexts();
        assertEquals(7, groups.size(), "there is no receipt on the page");
        return String.join(" ", groups);
    }

    /** The shortest way: danger, the account, the consent that is needed. */
    public FormWalk shortest(String danger, String account) {
        next("DANGER");
        fill("DANGER", danger, account);
        next("STORY");
        fill("STORY", danger, account);
        press("short", "MAY");
        tick("consent", "C0");
        return this;
    }
}

package org.amanet.intake;

import com.microsoft.playwright.Page;
import java.util.stream.Collectors;

/**
 * Somebody who fills in the form screen by screen; the same with scripts, without, and in a file.
 */
record FormVisit(Page page) {

    FormVisit press(String go) {
        page.locator("button.wide[name=go][value=" + go + "]:visible").first().click();
        return this;
    }

    FormVisit next() {
        return press("next");
    }

    FormVisit tick(String name, String value) {
        page.locator("[name='%s'][value='%s']:visible".formatted(name, value)).check();
        return this;
    }

    FormVisit type(String name, String text) {
        page.locator("[name='" + name + "']:visible").fill(text);
        return this;
    }

    FormVisit choose(String name, String value) {
        page.locator("[name='" + name + "']:visible").selectOption(value);
        return this;
    }

    /** From the first screen to the overview, with something on each that asks. */
    FormVisit everything(String words) {
        next().tick("danger", "SOON").next();
        type("account", words + " account\nand a second line").next();
        tick("demands", "DEM.INFORM").next();
        tick("means", "MEA.CALL").tick("channels", "CHN.WECHAT").next();
        tick("when", "ABOUT").type("about", words + " spring").choose("where", "DE");
        tick("routeByCountry", "yes").choose("residence", "RESIDENT").next();
        type("phone-0", words + " 123").type("words-0", words + " man").next();
        type("relatives", words + " relatives").next();
        next();
        tick("urgency", "URG.DEV.COMPROMISED").next();
        next();
        type("excludeText", words + " cousin").next();
        tick("consent", "C0").tick("consent", "C3").type("C3-name", words + " lawyer").next();
        type("contact-times", words + " morning").tick("contact-never", "CALL").next();
        return this;
    }

    /** The code that the page shows. */
    String receipt() {
        return page.locator(".digits:visible").first().locator("li").allInnerTexts().stream()
                .collect(Collectors.joining(" "));
    }

    FormVisit typeBack(String digits) {
        page.fill("#typed", digits);
        page.locator("#typed").press("Enter");
        return this;
    }
}

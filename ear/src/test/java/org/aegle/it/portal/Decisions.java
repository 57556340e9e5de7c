package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A clerk who decides on what waits, by the pages. */
record Decisions(Page page) {
    private static final Pattern WAITING = Pattern.compile(".*/reconciliation/waiting.*");

    static Decisions of(Chromium chromium) {
        return new Decisions(chromium.signedIn("clerk"));
    }

    /** The line of those who wait under this name. */
    Locator waiting(String family) {
        page.navigate("/reconciliation/waiting");
        return page.locator("#rows tr", new Page.LocatorOptions().setHasText(family));
    }

    void open(String family) {
        waiting(family).locator("a.row-link").click();
        page.locator("#comparison").waitFor();
    }

    void belongsToKnown(String family, String why) {
        open(family);
        choose("KNOWN");
        finish(why);
    }

    void belongsTo(String family, String otherPatientsNumber, String why) {
        open(family);
        choose("OTHER");
        page.locator("#typed").fill(otherPatientsNumber);
        page.locator("#found .row button").first().click();
        page.locator("#found .note-ok").waitFor();
        finish(why);
    }

    void belongsToNew(String family, String why) {
        open(family);
        choose("NEW");
        finish(why);
    }

    void keepBeside(String family, String why) {
        open(family);
        choose("BESIDE");
        finish(why);
    }

    void reject(String family, String why) {
        open(family);
        choose("REJECT");
        finish(why);
    }

    void choose(String choice) {
        page.locator("input[type=radio][value=" + choice + "]").check();
    }

    void finish(String why) {
        page.locator("#rationale").fill(why);
        page.locator("#proceed").click();
        page.locator("#decide").click();
        page.waitForURL(WAITING);
        assertThat(page.locator("#messages")).containsText("instance");
    }
}

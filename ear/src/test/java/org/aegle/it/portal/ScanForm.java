package org.aegle.it.portal;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** The page of film and paper, filled in as a person does. */
record ScanForm(Page page) {
    static ScanForm open(Page page, String query) {
        page.navigate("/imaging/scan" + query);
        return new ScanForm(page);
    }

    /** Somebody new; an empty number is assigned. */
    ScanForm newPatient(String family, String number) {
        page.locator("#new-patient").click();
        page.locator("#family").fill(family);
        page.locator("#given").fill("Maria");
        page.locator("#birthDate").fill("1970-05-31");
        page.locator("#gender").selectOption("FEMALE");
        page.locator("#number").fill(number);
        return this;
    }

    ScanForm newStudy(String description) {
        page.locator("#study-description").fill(description);
        page.locator("#study-date").fill("1999-12-31");
        page.locator("#study-time").fill("13:05");
        page.locator("#accession").fill("F-4711");
        page.locator("#referrer").fill("Huber, Jörg");
        return this;
    }

    ScanForm files(FilePayload... files) {
        page.locator("#files").setInputFiles(files);
        page.locator(".scan-page").nth(files.length - 1).waitFor();
        return this;
    }

    /** Presses the button and waits until every file has its result. */
    ScanForm store() {
        page.locator("#send").click();
        page.locator("#scan-done").waitFor();
        return this;
    }

    /** Study Instance UID that the link leads to. */
    String study() {
        return page.locator("#done-study").getAttribute("href").replaceFirst(".*uid=", "");
    }
}

package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Registering, finding and changing a patient, and the chart, as people do it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatientsIT {
    private static final int MOST_PRESSES = 40;
    private static final int PAUSE_MILLISECONDS = 250;
    private static final Pattern CHART = Pattern.compile(".*/patient/chart\\?id=\\d+.*");

    private final Chromium chromium = new Chromium();

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void registeredPatientShouldBeFoundByNameNumberAndBirthDate() {
        Page page = chromium.signedIn("clerk");
        String family = uniqueName();
        register(page, family, "Frieda", "1947-08-19");
        assertThat(page.locator(".patient-banner")).containsText(family);
        assertThat(page.locator(".patient-banner")).containsText("19 Aug 1947");
        String number = page.locator(".patient-banner dd.figures").innerText().split("\\s")[0];

        assertFinds(page, family.toLowerCase(Locale.ROOT), family);
        assertFinds(page, "Frieda " + family, family);
        assertFinds(page, number, family);
        assertFinds(page, family + " 1947-08-19", family);
    }

    @Test
    void patientWithoutANameShouldBeToldBesideTheFieldAndNothingTypedIsLost() {
        Page page = chromium.signedIn("clerk");
        page.navigate("/patient/register");
        page.locator("#city").fill("Bremen");
        page.locator("#save").click();

        assertThat(page.getByText("Give a family name or a given name").first()).isVisible();
        assertThat(page.locator("#city")).hasValue("Bremen");
    }

    @Test
    void whatIsNoDateShouldBeToldBesideTheFieldAndNothingTypedIsLost() {
        Page page = chromium.signedIn("clerk");
        page.navigate("/patient/register");
        page.locator("#city").fill("Bremen");
        page.locator("#birthDate").fill("31.12.");
        page.locator("#save").click();

        assertThat(page.getByText("“31.12.” is no date.")).isVisible();
        assertThat(page.locator("#birthDate")).hasValue("31.12.");
        assertThat(page.locator("#city")).hasValue("Bremen");
    }

    @Test
    void sameNameAndBirthDateShouldAskBeforeASecondPatientIsMade() {
        Page page = chromium.signedIn("clerk");
        String family = uniqueName();
        register(page, family, "Twin", "1980-01-01");
        page.navigate("/patient/register");
        fill(page, family, "Twin", "1980-01-01");
        page.locator("#save").click();

        assertThat(page.getByText("Is it one of these?")).isVisible();
        assertThat(page.locator("#alike a")).containsText(family);
    }

    @Test
    void changeShouldShowInTheChart() {
        Page page = chromium.signedIn("clerk");
        register(page, uniqueName(), "Change", "1960-02-03");
        page.locator("a[href^='/patient/edit']").click();
        page.locator("#city").fill("Lübeck");
        page.locator("#save").click();

        assertThat(page).hasURL(CHART);
        assertThat(page.getByText("Lübeck")).isVisible();
    }

    @Test
    void secondOfTwoSimultaneousChangesShouldSeeTheFirstAndLoseNothing() {
        Page mine = chromium.signedIn("clerk");
        register(mine, uniqueName(), "Conflict", "1960-02-03");
        String edit = mine.locator("a[href^='/patient/edit']").getAttribute("href");
        Page theirs = chromium.signedIn("physician");
        mine.navigate(edit);
        theirs.navigate(edit);

        theirs.locator("#city").fill("Kiel");
        theirs.locator("#save").click();
        assertThat(theirs).hasURL(CHART);
        mine.locator("#city").fill("Husum");
        mine.locator("#phone").fill("+49 30 5550199");
        mine.locator("#save").click();

        Locator changes = mine.locator("#changes");
        assertThat(changes).containsText("Somebody else saved changes while you were typing.");
        assertThat(changes).containsText("Kiel");
        assertThat(changes).containsText("Husum");
        assertThat(mine.locator("#phone")).hasValue("+49 30 5550199");
        changes.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep mine"))
                .click();
        assertThat(changes.getByRole(AriaRole.BUTTON)).hasCount(0);
        mine.locator("#save").click();
        assertThat(mine).hasURL(CHART);
        assertThat(mine.getByText("Husum")).isVisible();
    }

    @Test
    void chartShouldShowTheStudiesOfItsPatient() {
        TestStudy ct = TestStudy.smallCt(3);
        Dicomweb.as("demo-emr").store(ct.objects());
        Page page = chromium.signedIn("physician");
        page.navigate("/patient/patients?q=" + ct.family());
        page.locator("#found a.row-link").click();

        Locator card = page.locator(".study-card");
        assertThat(card).hasCount(1);
        assertThat(card).containsText(ct.study().description());
        assertThat(card).containsText("CT");
        assertThat(card).containsText("3 instances");
        assertThat(card).containsText(ct.study().accessionNumber());
        card.locator("a.row-link").click();
        assertThat(page.locator(".patient-banner")).containsText(ct.family());
        assertThat(page.locator(".series-card")).hasCount(1);
    }

    @Test
    void slashShouldFocusTheSearchAndNotWhileTyping() {
        Page page = chromium.signedIn("physician");
        page.keyboard().press("/");

        Locator search = page.locator("#global-search");
        assertThat(search).isFocused();
        assertThat(search).hasValue("");
        page.keyboard().type("a/b");
        assertThat(search).hasValue("a/b");
    }

    @Test
    void globalSearchShouldLeadToTheFoundPatients() {
        Page page = chromium.signedIn("physician");
        page.locator("#global-search").fill("Castellanos");
        page.keyboard().press("Enter");

        assertThat(page.locator("#found a.row-link").first()).containsText("Castellanos");
        assertTrue(page.url().contains("q=Castellanos"));
    }

    @Test
    void arrowKeysShouldLeadFromTheSearchThroughTheRows() {
        Page page = chromium.signedIn("physician");
        page.navigate("/patient/patients?q=D-1000");
        Locator rows = page.locator("#found a.row-link");
        rows.nth(1).waitFor();

        pressUntilActive(page.locator("#typed"), "ArrowDown", rows.first());
        pressUntilActive(rows.first(), "ArrowDown", rows.nth(1));
        rows.nth(1).press("Enter");
        assertThat(page).hasURL(CHART);
    }

    /** A browser with several windows may not give this one the keys at once. */
    private static void pressUntilActive(Locator from, String key, Locator to) {
        for (int i = 0; i < MOST_PRESSES; i++) {
            from.press(key);
            if ((Boolean) to.evaluate("element => element === document.activeElement")) {
                return;
            }
            from.page().waitForTimeout(PAUSE_MILLISECONDS);
        }
        fail(key + " leads nowhere");
    }

    @Test
    void partnerShouldNotOpenTheHostsPatient() {
        Page clerk = chromium.signedIn("clerk");
        String family = uniqueName();
        register(clerk, family, "Hidden", "1960-02-03");
        Page partner = chromium.signedIn("partner");

        assertEquals(404, partner.navigate(clerk.url()).status());
        partner.navigate("/patient/patients?q=" + family);
        assertThat(partner.getByText("Nobody found")).isVisible();
    }

    private static void assertFinds(Page page, String typed, String family) {
        page.navigate("/patient/patients");
        page.locator("#typed").fill(typed);
        assertThat(page.locator("#found a.row-link")).hasCount(1);
        assertThat(page.locator("#found a.row-link")).containsText(family);
    }

    private static void register(Page page, String family, String given, String born) {
        page.navigate("/patient/register");
        fill(page, family, given, born);
        page.locator("#save").click();
        page.waitForURL(CHART);
    }

    private static void fill(Page page, String family, String given, String born) {
        page.locator("#family").fill(family);
        page.locator("#given").fill(given);
        page.locator("#birthDate").fill(born);
        page.locator("#gender").selectOption("FEMALE");
    }

    private static String uniqueName() {
        StringBuilder letters = new StringBuilder("Br");
        UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .limit(16)
                .forEach(hex -> letters.append((char) ('a' + Character.digit(hex, 16))));
        return letters.toString();
    }
}

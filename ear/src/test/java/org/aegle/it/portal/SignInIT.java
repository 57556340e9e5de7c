package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aegle.it.Aegle;
import org.aegle.it.audit.AuditRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Coming in and leaving, language and appearance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {
    private final Chromium chromium = new Chromium();

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void signInShouldLeadHomeUnderANewSessionId() {
        Page page = chromium.newPage();
        page.navigate("/login");
        String before = session(page);

        Chromium.signIn(page, "physician");

        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Helena Brandt");
        assertNotEquals(before, session(page));
    }

    @Test
    void signInShouldLeadToThePageThatWasWanted() {
        Page page = chromium.newPage();
        page.navigate("/imaging/studies");
        assertTrue(page.url().contains("/login"));

        page.locator("#username").fill("physician");
        page.locator("#password").fill(Aegle.password());
        page.locator("#enter").click();

        assertThat(page).hasURL(Pattern.compile(".*/imaging/studies$"));
    }

    @Test
    void wrongPasswordShouldBeToldWithoutSayingWhatIsWrong() {
        Page page = chromium.newPage();
        page.navigate("/login");
        page.locator("#username").fill("nobody-by-this-name");
        page.locator("#password").fill("not-the-password");
        page.locator("#enter").click();

        assertThat(page.locator("#messages")).containsText("User name and password do not match");
        assertThat(page.locator("#username")).hasValue("nobody-by-this-name");
        assertThat(page.locator("#password")).hasValue("");
    }

    @Test
    void emptyFieldShouldBeToldBesideIt() {
        Page page = chromium.newPage();
        page.navigate("/login");
        page.locator("#enter").click();

        assertThat(page.getByText("Please fill in “User name”.")).isVisible();
    }

    @Test
    void signOutShouldEndTheSessionAndBeRecorded() throws SQLException {
        Page page = chromium.signedIn("physician");
        long last = AuditRow.last();
        page.locator("[popovertarget=user-menu]").click();
        page.locator("#leave").click();

        assertThat(page.getByText("You have signed out.")).isVisible();
        page.navigate("/home");
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
        assertEquals(401, page.request().get("/dicom-web/studies").status());
        assertEquals(
                List.of("SUCCESS"),
                AuditRow.after(last, "physician").stream()
                        .filter(row -> row.action().equals("LOGOUT"))
                        .map(AuditRow::outcome)
                        .toList());
    }

    @Test
    void formThatNoPageSentShouldBeABadRequest() {
        Page page = chromium.newPage();
        page.navigate("/login");
        String state = page.locator("[name='jakarta.faces.ViewState']").first().inputValue();
        APIResponse answer = page.request()
                .post(
                        "/login",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("login", "login")
                                        .set("username", "physician")
                                        .set("password", "not-the-password")
                                        .set("enter", "")
                                        .set("jakarta.faces.ViewState", state)));

        assertEquals(400, answer.status());
    }

    @Test
    void germanBrowserShouldBeAnsweredInGerman() {
        Page page = chromium.newPage(Chromium.desktop().setLocale("de-DE"));
        page.navigate("/login");

        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Anmelden");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
    }

    @Test
    void languageShouldBeSwitchable() {
        Page page = chromium.signedIn("admin");
        page.locator("[popovertarget=language-menu]").click();
        page.locator("#language-de").click();
        assertThat(page.locator("html")).hasAttribute("lang", "de");

        page.locator("[popovertarget=language-menu]").click();
        page.locator("#language-browser").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void chosenThemeShouldApplyAtOnceAndStay() {
        Page page = chromium.signedIn("admin");
        page.locator("[popovertarget=theme-menu]").click();
        page.waitForResponse(Response::ok, () -> page.locator("#theme-dark").click());
        String dark = background(page);
        page.navigate("/account/settings");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertEquals(dark, background(page));

        page.locator("[popovertarget=theme-menu]").click();
        page.waitForResponse(Response::ok, () -> page.locator("#theme-light").click());
        assertNotEquals(dark, background(page));
        page.locator("[popovertarget=theme-menu]").click();
        page.waitForResponse(Response::ok, () -> page.locator("#theme-system").click());
        assertThat(page.locator("html")).hasAttribute("data-theme", "system");
    }

    @Test
    void pageOfAnotherRoleShouldBeRefusedInWords() {
        Page page = chromium.signedIn("privacy");
        Response response = page.navigate("/patient/patients");

        assertEquals(403, response.status());
        assertThat(page.getByText("Not part of your role")).isVisible();
    }

    private static String background(Page page) {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.toUpperCase(Locale.ROOT).contains("SESSION"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }
}

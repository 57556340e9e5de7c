package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.EntityRow;
import org.aegle.it.client.Eventually;
import org.aegle.it.client.Orthanc;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Administering DICOM partners and reading the transfer log, as people do it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomPartnersIT {
    private final Chromium chromium = new Chromium();

    @TempDir
    private Path folder;

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void addedPartnerShouldBeLetInAtOnceAndTurnedAwayAfterItsDeletion() {
        String title = title();
        assertTrue(echo(title).has("Calling AE Title Not Recognized"));
        Page page = chromium.signedIn("admin");
        page.navigate("/directory/entities");
        page.getByText("Add a DICOM partner").click();
        page.locator("#aeTitle").fill(title);
        page.locator("#addresses").fill("127.0.0.1 ::1");
        page.locator("#save").click();

        assertThat(page.locator("#messages")).containsText(title + " is saved");
        assertTrue(echo(title).has("Received Echo Response (Success)"));

        page.locator("a.row-link", new Page.LocatorOptions().setHasText(title)).click();
        page.locator("#delete").click();
        page.locator("#reallyDelete").click();
        assertThat(page.locator("#messages")).containsText(title + " is deleted");
        assertTrue(echo(title).has("Calling AE Title Not Recognized"));
    }

    @Test
    void whatIsWrongShouldBeToldBesideTheFieldsAndNothingTypedIsLost() {
        Page page = chromium.signedIn("admin");
        page.navigate("/directory/entity");
        page.locator("#aeTitle").fill("A\\B");
        page.locator("#addresses").fill("ct1.hospital");
        page.locator("#certificate").fill("nothing");
        page.locator("#port").fill("high");
        page.locator("#save").click();

        assertThat(page.getByText("An AE title has 1 to 16 characters").first()).isVisible();
        assertThat(page.getByText("Give IP addresses or networks").first()).isVisible();
        assertThat(page.getByText("Give a SHA-256 fingerprint").first()).isVisible();
        assertThat(page.getByText("A port is a number").first()).isVisible();
        assertThat(page.locator("#addresses")).hasValue("ct1.hospital");
    }

    @Test
    void secondToSaveShouldBeToldAndOverwriteNothing() {
        String title = EntityRow.caller("ECHO").insert();
        Page first = open(title);
        Page second = open(title);
        first.locator("#description").fill("first");
        first.locator("#save").click();
        assertThat(first.locator("#messages")).containsText(title + " is saved");
        second.locator("#description").fill("second");
        second.locator("#save").click();

        assertThat(second.locator("#messages")).containsText("Somebody else changed this in the meantime");
        assertThat(second.locator("#description")).hasValue("second");
        assertThat(open(title).locator("#description")).hasValue("first");
    }

    @Test
    void testShouldSayWhetherAPartnerAnswers() throws Exception {
        int port = Orthanc.freePort();
        String title = EntityRow.caller("ECHO").listening(port).insert();
        Page page = open(title);
        page.locator("#test").click();
        assertThat(page.locator("#echo")).containsText("Nobody listens there.");

        try (Orthanc orthanc = new Orthanc(title, port, folder)) {
            assertEquals("Orthanc", orthanc.get("/system").get("Name").asText());
            page.locator("#test").click();
            assertThat(page.locator("#echo")).containsText("It answers.");
            page.locator("#aeTitle").fill("SOMEBODYELSE");
            page.locator("#test").click();
            assertThat(page.locator("#echo")).containsText("called ae title not recognized");
        }
    }

    @Test
    void transferShouldBeListedWithoutItsPatient() throws Exception {
        String title = EntityRow.caller("STORE").insert();
        TestStudy ct = TestStudy.smallCt(3);
        Dcmtk.call("storescu", title, List.of(), Dcmtk.files(folder, ct.objects()));
        Page page = chromium.signedIn("technologist");
        page.navigate("/directory/transfers");
        page.locator("#peer").fill(title);
        Eventually.get("the row", () -> {
            page.locator("#search").click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return page.locator("#found .count").count() > 0 ? java.util.Optional.of(true) : java.util.Optional.empty();
        });

        assertThat(page.locator("#rows tbody tr").first()).containsText(title);
        assertThat(page.locator("#rows tbody tr").first()).containsText("STORE");
        assertThat(page.locator("#rows tbody tr").first()).containsText("In order");
        assertEquals(false, page.content().contains(ct.family()));
        page.locator("#failuresOnly").check();
        page.locator("#search").click();
        assertThat(page.getByText("No transfer fits")).isVisible();
    }

    @Test
    void othersShouldNotSeeThePages() {
        Page page = chromium.signedIn("physician");
        assertEquals(403, page.navigate("/directory/entities").status());
        assertEquals(403, page.navigate("/directory/entity").status());
        assertEquals(403, page.navigate("/directory/transfers").status());
        Page clerk = chromium.signedIn("clerk");
        assertEquals(403, clerk.navigate("/directory/entities").status());
        assertEquals(200, clerk.navigate("/directory/transfers").status());
    }

    private Page open(String title) {
        Page page = chromium.signedIn("admin");
        page.navigate("/directory/entities");
        page.locator("a.row-link", new Page.LocatorOptions().setHasText(title)).click();
        page.locator("#save").waitFor();
        return page;
    }

    private static String title() {
        return "P"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 13).toUpperCase(Locale.ROOT);
    }

    private static Dcmtk echo(String callingAeTitle) {
        return Dcmtk.call("echoscu", callingAeTitle, List.of(), List.of());
    }
}

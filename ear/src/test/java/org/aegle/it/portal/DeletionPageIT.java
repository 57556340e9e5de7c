package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Deleting a study or a series by the portal: who may, what the dialog says, and that it wants a reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionPageIT {
    private static final Pattern CHART = Pattern.compile(".*/patient/chart\\?id=\\d+.*");

    private final Chromium chromium = new Chromium();
    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void studyShouldBeDeletedOnlyWithAReason() throws SQLException {
        TestStudy ct = TestStudy.smallCt(3);
        emr.store(ct.objects());
        Page page = chromium.signedIn("radiologist");
        page.navigate("/imaging/study?uid=" + ct.uid());
        long last = AuditRow.last();

        page.locator("[data-opens=delete-study]").click();
        assertThat(page.locator("#delete-study")).isVisible();
        assertThat(page.locator("#delete-study")).containsText(ct.family());
        assertThat(page.locator("#delete-study")).containsText("3 instances");
        page.locator("#delete-study-do").click();
        assertThat(page.locator("#delete-study-message")).containsText("Say why");
        page.locator("#delete-study-reason").fill("scanned with the wrong protocol");
        page.locator("#delete-study-do").click();
        page.waitForURL(CHART);

        assertThat(page.locator("#messages")).containsText("3 instances are deleted.");
        assertEquals(0, emr.search("/studies?StudyInstanceUID=" + ct.uid()).size());
        assertTrue(AuditRow.after(last, "radiologist").stream()
                .anyMatch(row ->
                        row.action().equals("DELETE") && row.detail().endsWith("scanned with the wrong protocol")));
        page.context().close();
    }

    @Test
    void seriesShouldBeDeletedAloneAndEscapeShouldCancel() {
        TestStudy ct = TestStudy.smallCt(2);
        emr.store(ct.objects());
        var other = Part10.smallImage(ct.uid(), Part10.newUid(), 1);
        other.setString(Tag.PatientName, VR.PN, ct.patient().name());
        other.setString(Tag.PatientID, VR.LO, ct.patient().id());
        emr.store(List.of(Part10.file(other)));
        Page page = chromium.signedIn("radiologist");
        String series = Part10.path(ct.objects().get(0)).split("/")[4];
        page.navigate("/imaging/study?uid=" + ct.uid() + "&series=" + series);

        page.locator("[data-opens=delete-series]").click();
        assertThat(page.locator("#delete-series")).containsText("2 instances");
        page.keyboard().press("Escape");
        assertThat(page.locator("#delete-series")).isHidden();
        assertEquals(3, emr.search(ct.path() + "/instances").size());
        page.locator("[data-opens=delete-series]").click();
        page.locator("#delete-series-reason").fill("twice the same");
        page.locator("#delete-series-do").click();

        assertThat(page.locator("#messages")).containsText("2 instances are deleted.");
        assertEquals(1, emr.search(ct.path() + "/instances").size());
        page.context().close();
    }

    @Test
    void nobodyElseShouldBeOfferedTo() {
        TestStudy ct = TestStudy.smallCt(1);
        emr.store(ct.objects());
        Page page = chromium.signedIn("physician");
        page.navigate("/imaging/study?uid=" + ct.uid());

        assertThat(page.locator("#open-viewer")).isVisible();
        assertThat(page.locator("[data-opens=delete-study]")).hasCount(0);
        page.context().close();
    }
}

package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.it.client.Dicomweb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The README's pictures, taken of the demo hospital: chart and viewer of Maria Elena Castellanos. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesIT {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String MARIA = "D-10001";
    private static final int STUDIES = 2;

    /** The section with the ventricles. */
    private static final int MIDDLE = 26;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Chromium chromium = new Chromium();

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void chartShouldShowThePatientWithHerStudies() {
        waitForStudies();
        Page page = chromium.signedIn("physician");
        page.navigate("/patient/patients?q=" + MARIA);
        page.locator("#found a.row-link").click();

        assertThat(page.locator(".patient-banner")).containsText("Castellanos");
        assertThat(page.locator(".study-card")).hasCount(STUDIES);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Object missing = page.evaluate(
                "[...document.querySelectorAll('.thumbnail img')].filter(i => !i.complete || i.naturalWidth === 0).length");
        assertEquals(0, missing, "thumbnails that are not there");
        take(page, "chart.png");
    }

    @Test
    void viewerShouldShowHerHead() {
        String ct = waitForStudies().stream()
                .filter(study -> "CT".equals(study.getString(Tag.ModalitiesInStudy, "")))
                .map(study -> study.getString(Tag.StudyInstanceUID))
                .findFirst()
                .orElseThrow();
        Page page = chromium.signedIn("radiologist");
        Viewer viewer = Viewer.in(page);
        page.navigate("/viewer/?StudyInstanceUIDs=" + ct);

        viewer.waitForImage();
        page.getByText("Confirm and hide").click();
        viewer.scroll(MIDDLE);
        viewer.waitForImage();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertEquals(List.of(), viewer.complaints());
        take(page, "viewer.png");
    }

    /** The demo hospital draws its images while it is open already. */
    private static List<Attributes> waitForStudies() {
        Dicomweb reader = Dicomweb.as("demo-readonly");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<Attributes> studies = reader.search("/studies?PatientID=" + MARIA);
            if (studies.size() == STUDIES
                    && studies.stream().allMatch(s -> s.getInt(Tag.NumberOfStudyRelatedInstances, 0) >= 24)) {
                return studies;
            }
            assertTrue(System.nanoTime() < deadline, "the demo hospital has no images yet");
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    private static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
    }
}

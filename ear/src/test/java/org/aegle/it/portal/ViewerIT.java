package org.aegle.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.aegle.dicom.phantom.UltrasoundCine;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** OHIF shows what was stored, opened with one click, and asks nobody but this server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewerIT {
    private final Chromium chromium = new Chromium();
    private final TestStudy ct = TestStudy.of(new SheppLoganHead(128, 6));

    ViewerIT() {
        Dicomweb.as("demo-emr").store(ct.objects());
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void studyPageShouldOpenTheViewerWhichShowsTheImages() {
        Page study = chromium.signedIn("radiologist");
        study.navigate("/imaging/study?uid=" + ct.uid());

        Page viewer = study.waitForPopup(() -> study.locator("#open-viewer").click());

        assertShowsImages(viewer);
    }

    @Test
    void chartShouldOpenTheViewerWhichShowsTheImages() {
        Page chart = chromium.signedIn("physician");
        chart.navigate("/patient/patients?q=" + ct.family());
        chart.locator("#found a.row-link").click();

        Page viewer = chart.waitForPopup(() -> chart.locator("a[href='/viewer/?StudyInstanceUIDs=" + ct.uid() + "']")
                .click());

        assertShowsImages(viewer);
    }

    @Test
    void cineShouldBeShown() {
        TestStudy cine = TestStudy.of(new UltrasoundCine());
        Dicomweb.as("demo-emr").store(cine.objects());
        Page page = chromium.signedIn("radiologist");
        Viewer viewer = Viewer.in(page);

        page.navigate("/viewer/?StudyInstanceUIDs=" + cine.uid());

        viewer.waitForImage();
    }

    @Test
    void viewerShouldComeWithItsIsolation() {
        Page page = chromium.signedIn("radiologist");

        Response response = page.navigate("/viewer/?StudyInstanceUIDs=" + ct.uid());

        assertEquals("same-origin", response.headerValue("Cross-Origin-Opener-Policy"));
        assertEquals("require-corp", response.headerValue("Cross-Origin-Embedder-Policy"));
        assertTrue(response.headerValue("Content-Security-Policy").contains("default-src 'self'"));
        assertEquals(true, page.evaluate("crossOriginIsolated"));
    }

    @Test
    void viewerShouldNotOpenWithoutASession() {
        Page page = chromium.newPage();
        page.navigate("/viewer/?StudyInstanceUIDs=" + ct.uid());

        assertTrue(page.url().contains("/login"), page.url());
    }

    private static void assertShowsImages(Page page) {
        Viewer viewer = Viewer.in(page);
        // Opened by a link, the page was on its way before it could be watched; and isolation moves it to another
        // process on that way, where nothing can be asked of it.
        page.waitForURL(url -> url.contains("/viewer"));
        page.navigate(page.url());
        viewer.waitForImage();
        assertEquals(List.of(), viewer.complaints());
    }
}

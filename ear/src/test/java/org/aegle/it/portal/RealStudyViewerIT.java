package org.aegle.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.real.RealStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The viewer shows the studies of real scanners. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealStudyViewerIT {
    private final Chromium chromium = new Chromium();

    @BeforeAll
    static void requireTestData() {
        assumeTrue(RealStudy.areThere(), "AEGLE_TEST_DATA is not set");
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    /** Of three values only, and nothing but air in its first image. */
    @Test
    void mrStudyShouldBeShown() {
        Viewer viewer = open(RealStudy.of("study-mr-pacsman", 128));

        viewer.scroll(64);
        viewer.waitForContrast();
        assertEquals(List.of(), viewer.complaints());
    }

    /** Its frames are JPEG-LS, decoded in the browser. */
    @Test
    void compressedCtStudyShouldBeShown() {
        Viewer viewer = open(RealStudy.of("study-ct-phantom", 118));

        viewer.waitForImage();
        assertEquals(List.of(), viewer.complaints());
    }

    private Viewer open(RealStudy study) {
        Dicomweb.as("demo-emr").store(study.objects());
        Page page = chromium.signedIn("radiologist");
        Viewer viewer = Viewer.in(page);
        page.navigate("/viewer/?StudyInstanceUIDs=" + study.uid());
        return viewer;
    }
}

package org.aegle.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.aegle.it.client.Compressed;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.Pixels;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** dicomweb-client of npm, the library under many viewers, in a browser with a portal session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebClientIT {
    private static final String PACKAGE = "dicomweb-client";
    private static final String VERSION = "0.11.3";
    private static final long SECONDS = 120;

    private final Chromium chromium = new Chromium();
    private final TestStudy ct = TestStudy.smallCt(2);
    private final List<byte[]> packed =
            ct.objects().stream().map(o -> Compressed.by("dcmcjpls", o)).toList();
    private final Page page;

    DicomwebClientIT() throws IOException, InterruptedException {
        Dicomweb.as("demo-emr").store(packed);
        page = chromium.newPage();
        page.addInitScript(library());
        Chromium.signIn(page, "radiologist");
        page.evaluate(
                "() => { window.web = new DICOMwebClient.api.DICOMwebClient({ url: location.origin + '/dicom-web' });"
                        + " window.b64 = data => { let s = ''; new Uint8Array(data).forEach(b =>"
                        + " s += String.fromCharCode(b)); return btoa(s); }; }");
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void studyShouldBeFoundAndDescribed() {
        assertEquals(
                1, call("web.searchForStudies({ queryParams: { StudyInstanceUID: uids.study } }).then(a => a.length)"));
        assertEquals(2, call("web.retrieveStudyMetadata({ studyInstanceUID: uids.study }).then(a => a.length)"));
    }

    @Test
    void objectsShouldBeRetrieved() {
        assertEquals(2, call("web.retrieveStudy({ studyInstanceUID: uids.study }).then(a => a.length)"));
        byte[] object = bytes("web.retrieveInstance(instance).then(b64)");
        assertEquals(Part10.sopInstanceUid(packed.get(0)), Part10.sopInstanceUid(object));
        assertSamples(Pixels.of(object));
    }

    @Test
    void framesAndBulkDataShouldBeTheSentPixels() {
        assertSamples(bytes("web.retrieveInstanceFrames({ ...instance, frameNumbers: [1] }).then(a => b64(a[0]))"));
        assertSamples(bytes("web.retrieveInstanceMetadata(instance)"
                + ".then(m => web.retrieveBulkData({ BulkDataURI: location.origin + m[0]['7FE00010'].BulkDataURI }))"
                + ".then(a => b64(a[0]))"));
    }

    @Test
    void picturesShouldBeRetrieved() {
        for (String call : List.of("retrieveInstanceRendered", "retrieveInstanceThumbnail")) {
            assertJpeg(bytes("web." + call
                    + "({ ...instance, mediaTypes: [{ mediaType: 'image/jpeg' }] }).then(a => b64(a[0]))"));
        }
        assertJpeg(bytes("web.retrieveInstanceFramesRendered({ ...instance, frameNumbers: [1],"
                + " mediaTypes: [{ mediaType: 'image/jpeg' }] }).then(a => b64(a[0]))"));
    }

    private void assertSamples(byte[] samples) {
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                Pixels.of(ct.objects().get(0)), samples);
    }

    private static void assertJpeg(byte[] file) {
        assertEquals(0xFFD8, (file[0] & 0xFF) << 8 | file[1] & 0xFF);
    }

    private byte[] bytes(String expression) {
        return Base64.getDecoder().decode((String) call(expression));
    }

    private Object call(String expression) {
        String[] path = Part10.path(packed.get(0)).split("/");
        return page.evaluate(
                "uids => { const instance = { studyInstanceUID: uids.study, seriesInstanceUID: uids.series,"
                        + " sopInstanceUID: uids.instance }; return " + expression + "; }",
                Map.of("study", path[2], "series", path[4], "instance", path[6]));
    }

    /** npm checks what it fetches against the digest in its registry. */
    private static Path library() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", PACKAGE).toAbsolutePath());
        Path script = folder.resolve("package/build/dicomweb-client.js");
        if (!Files.exists(script)) {
            run(folder, "npm", "pack", "--silent", PACKAGE + "@" + VERSION);
            run(folder, "tar", "xzf", PACKAGE + "-" + VERSION + ".tgz");
        }
        return script;
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
    }
}

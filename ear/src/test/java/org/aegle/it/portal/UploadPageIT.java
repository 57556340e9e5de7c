package org.aegle.it.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files chosen on the upload page: each gets its result, good ones lead to their study. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadPageIT {
    private static final String OCTETS = "application/octet-stream";

    private final Chromium chromium = new Chromium();

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void filesShouldBeStoredAndTheLinkLeadToTheirStudy() {
        TestStudy ct = TestStudy.smallCt(4);
        Page page = choose("technologist", files(ct).toArray(FilePayload[]::new));

        Locator card = page.locator("#result-studies li");
        assertThat(page.locator("#summary")).hasText("Everything is stored.");
        assertThat(card).hasCount(1);
        assertThat(card).containsText(ct.study().description());
        assertThat(card).containsText("4 stored");
        card.getByText("Open study").click();
        assertThat(page.locator(".patient-banner")).containsText(ct.family());
        assertEquals(
                4, Dicomweb.as("demo-readonly").search(ct.path() + "/instances").size());
    }

    @Test
    void zipShouldBeUnpackedAndItsFilesStored() throws IOException {
        TestStudy ct = TestStudy.smallCt(3);
        Page page = choose("radiologist", new FilePayload("study.zip", "application/zip", zip(ct.objects())));

        assertThat(page.locator("#summary")).hasText("Everything is stored.");
        assertThat(page.locator("#result-studies li")).containsText("3 stored");
    }

    @Test
    void refusedFileShouldBeToldWithItsReasonAndItsNeighboursStored() {
        TestStudy ct = TestStudy.smallCt(2);
        FilePayload letter = new FilePayload("letter.txt", "text/plain", Part10.garbage());
        Page page = choose(
                "technologist",
                Stream.concat(Stream.of(letter), files(ct).stream()).toArray(FilePayload[]::new));

        assertThat(page.locator("#summary")).containsText("Some files were not stored");
        assertThat(page.locator("#result-studies li")).containsText("2 stored");
        Locator problem = page.locator("#problems li");
        assertThat(problem).hasCount(1);
        assertThat(problem).containsText("letter.txt");
        assertThat(problem).containsText("It is no DICOM file.");
    }

    @Test
    void sameFilesAgainShouldBeToldAsKnown() {
        TestStudy ct = TestStudy.smallCt(2);
        Dicomweb.as("demo-emr").store(ct.objects());

        Page page = choose("technologist", files(ct).toArray(FilePayload[]::new));

        assertThat(page.locator("#result-studies li")).containsText("2 were here already");
    }

    @Test
    void uploadShouldShowOnTheHomePageOfWhoeverMadeIt() {
        TestStudy ct = TestStudy.smallCt(1);
        Page page = choose("radiologist", files(ct).toArray(FilePayload[]::new));
        assertThat(page.locator("#summary")).hasText("Everything is stored.");
        page.navigate("/home");

        assertThat(page.locator("section[aria-labelledby=home-studies]"))
                .containsText(ct.study().description());
        assertThat(page.locator("section[aria-labelledby=home-uploads]")).containsText("stored");
    }

    private Page choose(String username, FilePayload... files) {
        Page page = chromium.signedIn(username);
        page.navigate("/imaging/upload");
        page.locator("#files").setInputFiles(files);
        return page;
    }

    private static List<FilePayload> files(TestStudy study) {
        return IntStream.range(0, study.objects().size())
                .mapToObj(i -> new FilePayload("IM" + i, OCTETS, study.objects().get(i)))
                .toList();
    }

    private static byte[] zip(List<byte[]> objects) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < objects.size(); i++) {
                zip.putNextEntry(new ZipEntry("DICOM/S1/IM" + i));
                zip.write(objects.get(i));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

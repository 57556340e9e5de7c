package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.json.NativeModelReader;
import org.aegle.it.Aegle;
import org.aegle.it.audit.AuditRow;
import org.aegle.it.client.BulkBody;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Http;
import org.aegle.it.client.Part10;
import org.aegle.it.client.StoreAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** STOW-RS of metadata with bulk data: what it becomes, and what is wrong with what it does not. PS3.18 10.5.2. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebBulkDataIT {
    private static final int COERCED = 0xB000;
    private static final int DOES_NOT_MATCH = 0xA900;
    private static final int CANNOT_UNDERSTAND = 0xC000;
    private static final int BULK_DATA_MISSING = 0xC131;
    private static final int TRANSFER_SYNTAX_NOT_SUPPORTED = 0xC122;

    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @TempDir
    private Path folder;

    @Test
    void jpegShouldBecomeAnImageThatOthersCanRead() throws Exception {
        Attributes photo = photo("photo");

        StoreAnswer answer = emr.store(BulkBody.json(photo).part("image/jpeg", "photo", jpeg(64, 48)));

        assertEquals(200, answer.status());
        byte[] file = retrieve(photo);
        Attributes image = Part10.read(file).dataset();
        assertEquals(48, image.getInt(Tag.Rows, 0));
        assertEquals(64, image.getInt(Tag.Columns, 0));
        Path stored = Files.write(folder.resolve("photo.dcm"), file);
        Dcmtk decoded = Dcmtk.run(
                "dcmdjpeg",
                List.of(stored.toString(), folder.resolve("plain.dcm").toString()));
        assertEquals(0, decoded.exitCode(), decoded::output);
        Dcmtk checked = Dcmtk.run("dcmdump", List.of("+P", "0028,0004", "+P", "0008,0016", stored.toString()));
        assertTrue(checked.has("VLPhotographicImageStorage"), checked::output);
    }

    @Test
    void pictureThatTheMetadataDoesNotNameShouldBecomeASecondaryCaptureWithAWarning() {
        Attributes capture = photo("picture");
        capture.remove(Tag.SOPClassUID);

        StoreAnswer answer = emr.store(BulkBody.json(capture).part("image/jpeg", "picture", jpeg(20, 20)));

        assertEquals(202, answer.status());
        Attributes item = answer.module().getSequence(Tag.ReferencedSOPSequence).get(0);
        assertEquals(COERCED, item.getInt(Tag.WarningReason, 0));
        assertEquals(UID.SecondaryCaptureImageStorage, item.getString(Tag.ReferencedSOPClassUID));
    }

    @Test
    void xmlMetadataShouldDoAndBeAnsweredInXml() throws IOException {
        Attributes first = photo("a");
        Attributes second = photo("b");
        BulkBody body = BulkBody.xml(first, second)
                .part("image/jpeg", "b", jpeg(30, 20))
                .part("image/jpeg", "a", jpeg(20, 30));

        HttpResponse<byte[]> response = Http.bytes(HttpRequest.newBuilder(Aegle.at("/dicom-web/studies"))
                .header("Authorization", "Bearer " + emr.token().value())
                .header("Content-Type", body.contentType())
                .header("Accept", "application/dicom+xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes())));

        assertEquals(200, response.statusCode());
        assertEquals(
                "application/dicom+xml",
                response.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        Attributes module = new NativeModelReader().read(new ByteArrayInputStream(response.body()));
        assertEquals(2, module.getSequence(Tag.ReferencedSOPSequence).size());
        assertEquals(20, Part10.read(retrieve(first)).dataset().getInt(Tag.Columns, 0));
    }

    @Test
    void pdfShouldBecomeAnEncapsulatedDocument() {
        Attributes report = described(UID.EncapsulatedPDFStorage);
        report.setValue(Tag.EncapsulatedDocument, VR.OB, new BulkDataReference(VR.OB, "report.pdf"));
        byte[] pdf = ("%PDF-1.4 " + "report ".repeat(20_000)).getBytes(StandardCharsets.US_ASCII);

        assertEquals(
                200,
                emr.store(BulkBody.json(report).part("application/pdf", "report.pdf", pdf))
                        .status());

        byte[] file = retrieve(report);
        Attributes stored = Part10.read(file).dataset();
        assertEquals(pdf.length, stored.getLong(Tag.EncapsulatedDocumentLength, 0));
        int at = (int) ((BulkData) stored.getValue(Tag.EncapsulatedDocument)).offset();
        assertArrayEquals(pdf, Arrays.copyOfRange(file, at, at + pdf.length));
    }

    @Test
    void framesInPartsOfTheirOwnShouldBeRetrievable() {
        Attributes cine = photo("cine");
        cine.setString(Tag.SOPClassUID, VR.UI, UID.MultiFrameTrueColorSecondaryCaptureImageStorage);
        cine.setString(Tag.NumberOfFrames, VR.IS, "3");
        BulkBody body = BulkBody.json(cine);
        for (int i = 0; i < 3; i++) {
            body.part("image/jpeg", "cine", jpeg(40, 32));
        }

        assertEquals(200, emr.store(body).status());

        HttpResponse<byte[]> frame =
                emr.get(path(cine) + "/frames/3", "Accept", "multipart/related; type=\"image/jpeg\"");
        assertEquals(200, frame.statusCode());
    }

    @Test
    void lyingHeaderShouldBeRefusedAndItsNeighbourStored() throws SQLException {
        Attributes lying = photo("lie");
        lying.setInt(Tag.Rows, VR.US, 47);
        Attributes honest = photo("truth");
        long last = AuditRow.last();

        StoreAnswer answer = emr.store(BulkBody.json(lying, honest)
                .part("image/jpeg", "lie", jpeg(64, 48))
                .part("image/jpeg", "truth", jpeg(64, 48)));

        assertEquals(202, answer.status());
        assertEquals(List.of(honest.getString(Tag.SOPInstanceUID)), answer.stored());
        assertEquals(
                List.of(new StoreAnswer.Failure(lying.getString(Tag.SOPInstanceUID), DOES_NOT_MATCH)),
                answer.failures());
        assertTrue(comment(answer).contains("Rows is 47"), comment(answer));
        assertEquals(404, emr.get(path(lying)).statusCode());
        assertTrue(AuditRow.after(last, "demo-emr").stream()
                .anyMatch(row ->
                        row.outcome().equals("FAILED") && row.entity().equals(lying.getString(Tag.SOPInstanceUID))));
    }

    @Test
    void missingBulkDataShouldFailItsInstanceAlone() {
        Attributes without = photo("never-sent");
        Attributes with = photo("sent");

        StoreAnswer answer = emr.store(BulkBody.json(without, with).part("image/jpeg", "sent", jpeg(8, 8)));

        assertEquals(202, answer.status());
        assertEquals(
                List.of(new StoreAnswer.Failure(without.getString(Tag.SOPInstanceUID), BULK_DATA_MISSING)),
                answer.failures());
        assertTrue(comment(answer).contains("never-sent"), comment(answer));
    }

    @Test
    void missingFrameShouldFail() {
        Attributes cine = photo("cine");
        cine.setString(Tag.NumberOfFrames, VR.IS, "2");

        StoreAnswer answer = emr.store(BulkBody.json(cine).part("image/jpeg", "cine", jpeg(8, 8)));

        assertEquals(409, answer.status());
        assertEquals(BULK_DATA_MISSING, answer.failures().get(0).reason());
    }

    @Test
    void bulkDataThatNothingRefersToShouldBeToldOf() {
        StoreAnswer answer = emr.store(BulkBody.json(photo("known"))
                .part("image/jpeg", "known", jpeg(8, 8))
                .part("image/jpeg", "unknown", jpeg(8, 8)));

        assertEquals(202, answer.status());
        assertEquals(List.of(new StoreAnswer.Failure("", CANNOT_UNDERSTAND)), answer.failures());
    }

    @Test
    void mediaTypeWithoutAPlaceInDicomShouldBeRefused() {
        StoreAnswer answer = emr.store(BulkBody.json(photo("song")).part("audio/mpeg", "song", new byte[100]));

        assertEquals(409, answer.status());
        assertEquals(TRANSFER_SYNTAX_NOT_SUPPORTED, answer.failures().get(0).reason());
    }

    @Test
    void metadataThatIsNoneShouldBeRefused() {
        BulkBody body = BulkBody.json(photo("x"));
        body.part("application/dicom+json", "", "[{\"00080018\":".getBytes(StandardCharsets.US_ASCII))
                .part("image/jpeg", "x", jpeg(8, 8));

        StoreAnswer answer = emr.store(body);

        assertEquals(202, answer.status());
        assertEquals(List.of(new StoreAnswer.Failure("", CANNOT_UNDERSTAND)), answer.failures());
        assertEquals(1, answer.stored().size());
    }

    @Test
    void singlePartShouldBeAnUnsupportedMediaType() {
        assertEquals(
                415, emr.post("/studies", "application/dicom", new byte[200]).statusCode());
        assertEquals(
                415,
                emr.post("/studies", "multipart/related; type=\"text/plain\"; boundary=x", new byte[9])
                        .statusCode());
    }

    private byte[] retrieve(Attributes instance) {
        HttpResponse<byte[]> response = emr.get(path(instance), "Accept", "application/dicom; transfer-syntax=*");
        assertEquals(200, response.statusCode());
        return response.body();
    }

    private static String comment(StoreAnswer answer) {
        return answer.module().getSequence(Tag.FailedSOPSequence).get(0).getString(Tag.ErrorComment);
    }

    private static String path(Attributes instance) {
        return "/studies/" + instance.getString(Tag.StudyInstanceUID) + "/series/"
                + instance.getString(Tag.SeriesInstanceUID) + "/instances/" + instance.getString(Tag.SOPInstanceUID);
    }

    private static Attributes photo(String location) {
        Attributes photo = described(UID.VLPhotographicImageStorage);
        photo.setValue(Tag.PixelData, VR.OB, new BulkDataReference(VR.OB, location));
        return photo;
    }

    private static Attributes described(String sopClass) {
        String study = Part10.newUid();
        Attributes instance = new Attributes();
        instance.setString(Tag.SOPClassUID, VR.UI, sopClass);
        instance.setString(Tag.SOPInstanceUID, VR.UI, Part10.newUid());
        instance.setString(Tag.StudyInstanceUID, VR.UI, study);
        instance.setString(Tag.SeriesInstanceUID, VR.UI, Part10.newUid());
        instance.setString(Tag.Modality, VR.CS, "XC");
        instance.setString(Tag.PatientName, VR.PN, "Photographed^Phöbe");
        instance.setString(Tag.PatientID, VR.LO, "T-" + study.substring(study.length() - 12));
        return instance;
    }

    private static byte[] jpeg(int columns, int rows) {
        BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillOval(2, 2, columns / 2, rows / 2);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}

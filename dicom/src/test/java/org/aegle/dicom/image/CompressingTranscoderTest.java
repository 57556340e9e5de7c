package org.aegle.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.StreamSource;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.phantom.Phantom;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.PhantomStudy;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.aegle.dicom.phantom.UltrasoundCine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressingTranscoderTest {
    private static final TransferSyntax PLAIN = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    private final CompressingTranscoder transcoder =
            new CompressingTranscoder(new DecompressingTranscoder(new NativeTranscoder()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.RLELossless,
                UID.JPEGLosslessSV1,
                UID.JPEGLSLossless,
                UID.JPEG2000Lossless,
            })
    void decompressedPixelsShouldBeThoseThatWereCompressed(String uid) throws IOException {
        TransferSyntax to = TransferSyntax.find(uid).orElseThrow();
        for (Phantom phantom : new Phantom[] {new SheppLoganHead(64, 1), new UltrasoundCine()}) {
            byte[] dataset = dataset(phantom);

            byte[] compressed = transcode(dataset, PLAIN, to);
            byte[] again = transcode(compressed, to, PLAIN);

            assertTrue(compressed.length < dataset.length);
            assertArrayEquals(pixels(dataset), pixels(again));
            assertNotEquals("01", read(compressed, to).dataset().getString(Tag.LossyImageCompression));
        }
    }

    @Test
    void compressedObjectShouldBeStrictlyReadableWithAFragmentForEachFrame() throws IOException {
        TransferSyntax to = TransferSyntax.find(UID.JPEGLSLossless).orElseThrow();
        byte[] compressed = transcode(dataset(new UltrasoundCine()), PLAIN, to);

        DicomObject read = new DicomReader().strict().readDataset(new ByteArrayInputStream(compressed), to);

        assertEquals(40, FrameIndex.of(read).frameCount());
    }

    @Test
    void whatStandsBehindThePixelsShouldStay() throws IOException {
        Attributes image = new Attributes();
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setInt(Tag.Rows, VR.US, 2);
        image.setInt(Tag.Columns, VR.US, 2);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        image.setBytes(Tag.PixelData, VR.OB, new byte[] {9, 8, 7, 6});
        image.setBytes(Tag.DataSetTrailingPadding, VR.OB, new byte[] {1, 2, 3, 4});
        byte[] compressed = transcode(
                written(image), PLAIN, TransferSyntax.find(UID.RLELossless).orElseThrow());

        Attributes read = read(compressed, TransferSyntax.find(UID.RLELossless).orElseThrow())
                .dataset();
        assertArrayEquals(new byte[] {1, 2, 3, 4}, read.getBytes(Tag.DataSetTrailingPadding));
    }

    @Test
    void onlyLosslessFormsShouldBeOffered() {
        TransferSyntax lossy = TransferSyntax.find(UID.JPEGBaseline8Bit).orElseThrow();
        TransferSyntax video = TransferSyntax.find(UID.MPEG2MPML).orElseThrow();
        TransferSyntax lossless = TransferSyntax.find(UID.JPEGLSLossless).orElseThrow();

        assertFalse(transcoder.supports(PLAIN, lossy));
        assertFalse(transcoder.supports(video, lossless));
        assertTrue(transcoder.supports(lossy, lossless));
        assertTrue(transcoder.supports(lossy, PLAIN));
    }

    @Test
    void whatHasNoPixelsShouldBeRefusedBeforeAnythingIsWritten() {
        Attributes report = new Attributes();
        report.setString(Tag.SOPClassUID, VR.UI, UID.BasicTextSRStorage);

        assertThrows(
                UndecodablePixels.class,
                () -> transcoder.begin(
                        () -> new ByteArrayInputStream(written(report)),
                        PLAIN,
                        TransferSyntax.find(UID.RLELossless).orElseThrow()));
    }

    private byte[] transcode(byte[] dataset, TransferSyntax from, TransferSyntax to) throws IOException {
        StreamSource source = () -> new ByteArrayInputStream(dataset);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transcoder.begin(source, from, to).writeTo(out);
        return out.toByteArray();
    }

    private static byte[] dataset(Phantom phantom) throws IOException {
        byte[] file = phantom.instances(
                        new PhantomPatient("Probe^Petra", "P-1", "", LocalDate.of(1971, 3, 9), "F"),
                        new PhantomStudy(
                                "1.2.3",
                                LocalDateTime.of(2026, 10, 5, 13, 37, 21),
                                "A1",
                                "Head",
                                "Brandt^Helena",
                                "Hospital"))
                .findFirst()
                .orElseThrow();
        DicomObject read = new DicomReader().read(new ByteArrayInputStream(file));
        return Arrays.copyOfRange(file, (int) read.datasetOffset(), file.length);
    }

    private static byte[] written(Attributes dataset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().writeDataset(dataset, PLAIN, out);
        return out.toByteArray();
    }

    private static DicomObject read(byte[] dataset, TransferSyntax syntax) throws IOException {
        return new DicomReader().readDataset(new ByteArrayInputStream(dataset), syntax);
    }

    private static byte[] pixels(byte[] dataset) throws IOException {
        Attributes image = read(dataset, PLAIN).dataset();
        if (image.getValue(Tag.PixelData) instanceof BulkData bulk) {
            return Arrays.copyOfRange(dataset, (int) bulk.offset(), (int) bulk.end());
        }
        return image.getBytes(Tag.PixelData);
    }
}

package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.it.Aegle;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Http;
import org.aegle.it.client.Part10;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** STOW-RS of bodies that are made while they are sent: many parts, and one that is larger than the server's memory share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebLargeBodyIT {
    private static final int PARTS = 1500;
    private static final int FRAMES = 1200;
    private static final int FRAME = 512 * 512;
    private static final String BOUNDARY = "large-31";

    private final Dicomweb emr = Dicomweb.as("demo-emr");

    @Test
    void manyPartsShouldEachBeStoredAndAnswered() {
        String study = Part10.newUid();
        String series = Part10.newUid();

        Attributes module = store(IntStream.rangeClosed(1, PARTS)
                .mapToObj(number -> bytes(Part10.file(Part10.smallImage(study, series, number)))));

        assertEquals(PARTS, module.getSequence(Tag.ReferencedSOPSequence).size());
        Attributes found = emr.search("/studies?StudyInstanceUID=" + study).get(0);
        assertEquals(PARTS, found.getInt(Tag.NumberOfStudyRelatedInstances, 0));
    }

    @Test
    void objectOfHundredsOfMegabytesShouldStreamThrough() {
        Attributes cine = Part10.smallImage(Part10.newUid(), Part10.newUid(), 1);
        cine.setString(Tag.SOPClassUID, VR.UI, UID.MultiFrameGrayscaleByteSecondaryCaptureImageStorage);
        cine.setInt(Tag.Rows, VR.US, 512);
        cine.setInt(Tag.Columns, VR.US, 512);
        cine.setString(Tag.NumberOfFrames, VR.IS, Integer.toString(FRAMES));
        cine.setBytes(Tag.PixelData, VR.OB, new byte[0]);
        byte[] start = Part10.file(cine);
        int length = FRAME * FRAMES;
        for (int i = 0; i < Integer.BYTES; i++) {
            start[start.length - Integer.BYTES + i] = (byte) (length >>> 8 * i);
        }
        byte[] frame = new byte[FRAME];
        Stream<InputStream> frames = IntStream.range(0, FRAMES).mapToObj(i -> {
            byte[] one = frame.clone();
            Arrays.fill(one, (byte) i);
            return bytes(one);
        });

        Attributes module = store(Stream.of(joined(Stream.concat(Stream.of(bytes(start)), frames))));

        assertEquals(1, module.getSequence(Tag.ReferencedSOPSequence).size());
        HttpResponse<byte[]> last = emr.get(
                Part10.path(Arrays.copyOf(start, start.length - 12)) + "/frames/" + FRAMES,
                "Accept",
                "multipart/related; type=\"application/octet-stream\"");
        assertEquals(200, last.statusCode());
        byte[] body = last.body();
        assertEquals((byte) (FRAMES - 1), body[body.length / 2]);
    }

    private Attributes store(Stream<InputStream> objects) {
        Stream<InputStream> parts = objects.flatMap(object -> Stream.of(
                bytes(ascii("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n")),
                object,
                bytes(ascii("\r\n"))));
        InputStream body = joined(Stream.concat(parts, Stream.of(bytes(ascii("--" + BOUNDARY + "--\r\n")))));
        HttpResponse<byte[]> response = Http.bytes(HttpRequest.newBuilder(Aegle.at("/dicom-web/studies"))
                .header("Authorization", "Bearer " + emr.token().value())
                .header("Content-Type", Dicomweb.contentType(BOUNDARY))
                .header("Accept", "application/dicom+json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body)));
        assertEquals(200, response.statusCode());
        List<Attributes> modules = Dicomweb.json(response.body());
        assertEquals(1, modules.size());
        return modules.get(0);
    }

    /** One after the other, each made when its turn comes. */
    private static InputStream joined(Stream<InputStream> pieces) {
        Iterator<InputStream> iterator = pieces.iterator();
        return new SequenceInputStream(Collections.enumeration(new AbstractCollection<>() {
            @Override
            public Iterator<InputStream> iterator() {
                return iterator;
            }

            @Override
            public int size() {
                throw new UnsupportedOperationException();
            }
        }));
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

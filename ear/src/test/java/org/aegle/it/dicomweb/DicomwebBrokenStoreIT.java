package org.aegle.it.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.it.Aegle;
import org.aegle.it.TestDatabase;
import org.aegle.it.client.BulkBody;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.Part10;
import org.aegle.it.client.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A sender that goes away within a part: what came whole may stay, of the rest there is no trace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DicomwebBrokenStoreIT {
    private static final String BOUNDARY = "broken-77";

    private final Dicomweb emr = Dicomweb.as("demo-emr");
    private final Set<String> before = strayBlobs();

    @Test
    void connectionCutWithinAPartShouldLeaveWholeObjectsAndNothingElse() throws Exception {
        TestStudy whole = TestStudy.smallCt(1);
        Attributes large = Part10.smallImage(Part10.newUid(), Part10.newUid(), 1);
        large.setInt(Tag.Rows, VR.US, 2000);
        large.setInt(Tag.Columns, VR.US, 2000);
        large.setBytes(Tag.PixelData, VR.OB, new byte[4_000_000]);
        byte[] unfinished = Part10.file(large);
        String head = "--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n";

        cutOff(Dicomweb.contentType(BOUNDARY), out -> {
            out.write(ascii(head));
            out.write(whole.objects().get(0));
            out.write(ascii("\r\n" + head));
            out.write(unfinished, 0, unfinished.length - 1000);
        });

        until(() -> emr.search(whole.path() + "/instances").size() == 1);
        until(() -> staged().isEmpty());
        assertEquals(404, emr.get(Part10.path(unfinished)).statusCode());
        assertEquals(List.of(), emr.search("/studies?StudyInstanceUID=" + large.getString(Tag.StudyInstanceUID)));
        until(() -> before.containsAll(strayBlobs()));
    }

    @Test
    void connectionCutWithinBulkDataShouldLeaveNothing() throws Exception {
        Attributes photo = Part10.smallImage(Part10.newUid(), Part10.newUid(), 1);
        photo.setString(Tag.SOPClassUID, VR.UI, UID.VLPhotographicImageStorage);
        photo.setValue(Tag.PixelData, VR.OB, new BulkDataReference(VR.OB, "second"));
        photo.setValue(Tag.ICCProfile, VR.OB, new BulkDataReference(VR.OB, "first"));
        byte[] body = BulkBody.json(photo)
                .part("application/octet-stream", "first", new byte[300_000])
                .part("image/jpeg", "second", new byte[500_000])
                .bytes();

        cutOff(BulkBody.json().contentType(), out -> out.write(body, 0, body.length - 1000));

        until(() -> staged().isEmpty());
        until(() -> before.containsAll(strayBlobs()));
        assertEquals(List.of(), emr.search("/studies?StudyInstanceUID=" + photo.getString(Tag.StudyInstanceUID)));
    }

    @FunctionalInterface
    private interface Sending {
        void to(OutputStream out) throws IOException;
    }

    /** Sends the beginning of a body and resets the connection. */
    private void cutOff(String contentType, Sending sending) throws IOException {
        URI base = URI.create(Aegle.base());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            OutputStream out = socket.getOutputStream();
            out.write(ascii(
                    "POST /dicom-web/studies HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer "
                            + emr.token().value() + "\r\nAccept: application/dicom+json\r\nContent-Type: " + contentType
                            + "\r\nContent-Length: 99000000\r\n\r\n"));
            sending.to(out);
            out.flush();
        }
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 300 && !holds.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertTrue(holds.getAsBoolean());
    }

    private static Set<String> staged() {
        return names(home().resolve("blobs/staging"));
    }

    /** Blobs that no row tells of. */
    private static Set<String> strayBlobs() {
        Set<String> stored = new HashSet<>(names(home().resolve("blobs")));
        try (Connection database = TestDatabase.open();
                ResultSet row = database.createStatement().executeQuery("select id from blob")) {
            while (row.next()) {
                stored.remove(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return stored;
    }

    /** Files in a folder and its folders; one may vanish while they are listed. */
    private static Set<String> names(Path folder) {
        Set<String> names = new HashSet<>();
        File[] entries = folder.toFile().listFiles();
        for (File entry : entries == null ? new File[0] : entries) {
            if (entry.isDirectory()) {
                names.addAll(names(entry.toPath()));
            } else {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static Path home() {
        return Path.of(System.getProperty("aegle.home", "data"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package org.aegle.it.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.AssociationRejectedException;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.pdu.RejectReason;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.it.Aegle;
import org.aegle.it.TestDatabase;
import org.aegle.it.client.Dcmtk;
import org.aegle.it.client.Dicomweb;
import org.aegle.it.client.EntityRow;
import org.aegle.it.client.Eventually;
import org.aegle.it.client.Part10;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator can limit and allow for one entity. */
class EntityLimitsIT {
    private static final AssociationOffer VERIFICATION =
            AssociationOffer.NONE.with(UID.Verification, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    private final DicomClient client = new DicomClient(AssociationLimits.DEFAULT, new NativeTranscoder());

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void oneAssociationTooManyShouldBeRejectedForNow() throws Exception {
        String title = EntityRow.caller("ECHO").with("most_associations", 2).insert();
        try (ServiceUser first = connect(title);
                ServiceUser second = connect(title)) {
            AssociationRejectedException rejected =
                    assertThrows(AssociationRejectedException.class, () -> connect(title));

            assertEquals(
                    RejectReason.LOCAL_LIMIT_EXCEEDED.result(),
                    rejected.rejection().result());
            assertEquals(
                    RejectReason.LOCAL_LIMIT_EXCEEDED.reason(),
                    rejected.rejection().reason());
            assertTrue(first.echo().status().isSuccess());
            assertTrue(second.echo().status().isSuccess());
        }
        ServiceUser again = Eventually.get("room", () -> {
            try {
                return Optional.of(connect(title));
            } catch (AssociationRejectedException e) {
                return Optional.empty();
            }
        });
        again.close();
    }

    @Test
    void silentEntityShouldBeAbortedAfterItsOwnTime() throws Exception {
        String title = EntityRow.caller("ECHO").with("idle_seconds", 5).insert();
        try (ServiceUser silent = connect(title)) {
            assertTrue(silent.association().isOpen());

            Eventually.get("abort", () -> silent.association().isOpen() ? Optional.empty() : Optional.of(true));
        }
    }

    @Test
    void privateSopClassShouldBeStoredOnceItIsAllowed() throws SQLException {
        String sopClass =
                "1.3.6.1.4.1.99999." + Part10.newUid().substring(5, 15).replaceFirst("^0+", "1");
        String title = EntityRow.caller("STORE").insert();
        Attributes image = Part10.smallImage(Part10.newUid(), Part10.newUid(), 1);
        image.setString(Tag.SOPClassUID, VR.UI, sopClass);
        List<String> files = Dcmtk.files(folder, List.of(Part10.file(image)));
        String query = "/studies?StudyInstanceUID=" + image.getString(Tag.StudyInstanceUID);

        assertFalse(store(title, files).has("Received C-STORE Response (Success)"));
        assertEquals(0, Dicomweb.as("demo-emr").search(query).size());
        allow(sopClass);

        Dcmtk stored = store(title, files);
        assertTrue(stored.has("Received C-STORE Response (Success)"), stored::output);
        assertEquals(1, Dicomweb.as("demo-emr").search(query).size());
    }

    private static Dcmtk store(String title, List<String> files) {
        // dcmsend proposes what the files are, storescu only what it knows.
        return Dcmtk.call("dcmsend", title, List.of(), files);
    }

    private static void allow(String sopClass) throws SQLException {
        try (Connection database = TestDatabase.open();
                PreparedStatement insert =
                        database.prepareStatement("insert into private_sop_class (uid, name) values (?, 'Test')")) {
            insert.setString(1, sopClass);
            insert.executeUpdate();
        }
    }

    private ServiceUser connect(String title) throws java.io.IOException {
        return client.connect(
                title, new RemoteEntity("AEGLE", "127.0.0.1", Aegle.dicomPort(), Transport.plain()), VERIFICATION);
    }
}

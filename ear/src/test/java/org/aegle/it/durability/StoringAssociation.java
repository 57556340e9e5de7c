package org.aegle.it.durability;

import java.io.Closeable;
import java.io.IOException;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.AssociationLimits;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.NativeTranscoder;
import org.aegle.dicom.network.service.OutgoingInstance;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.dicom.network.service.ServiceUser;

/** An association of the entity STORESCU for Secondary Captures. */
final class StoringAssociation implements Closeable {
    private final DicomClient client = new DicomClient(AssociationLimits.DEFAULT, new NativeTranscoder());
    private final ServiceUser user;

    StoringAssociation(int port) throws IOException {
        RemoteEntity archive = new RemoteEntity("AEGLE", "127.0.0.1", port, Transport.plain());
        AssociationOffer offer =
                AssociationOffer.NONE.with(UID.SecondaryCaptureImageStorage, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try {
            user = client.connect("STORESCU", archive, offer);
        } catch (IOException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    DimseStatus store(OutgoingInstance instance) throws IOException {
        return user.store(instance).outcome().status();
    }

    @Override
    public void close() {
        user.close();
        client.close();
    }
}

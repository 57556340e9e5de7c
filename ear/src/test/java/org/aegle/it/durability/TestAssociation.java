package org.aegle.it.durability;

import java.io.IOException;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.Transport;
import org.aegle.dicom.network.service.AssociationOffer;
import org.aegle.dicom.network.service.DicomClient;
import org.aegle.dicom.network.service.RemoteEntity;
import org.aegle.dicom.network.service.ServiceUser;
import org.aegle.it.Aegle;

/** An association of a modality of the demo hospital with the archive, for Secondary Captures. */
final class TestAssociation {
    private TestAssociation() {}

    static ServiceUser open(DicomClient client) throws IOException {
        RemoteEntity archive = new RemoteEntity("AEGLE", "127.0.0.1", Aegle.dicomPort(), Transport.plain());
        AssociationOffer offer =
                AssociationOffer.NONE.with(UID.SecondaryCaptureImageStorage, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return client.connect("STORESCU", archive, offer);
    }
}

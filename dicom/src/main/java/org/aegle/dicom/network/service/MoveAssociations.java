package org.aegle.dicom.network.service;

import java.io.Closeable;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.dimse.MoveOriginator;

/**
 * The associations over which a C-MOVE sends: opened when the first instance needs one, again when one was lost, and
 * anew where the instances need more presentation contexts than one association can have.
 */
final class MoveAssociations implements Closeable {
    private final DicomClient client;
    private final String callingAeTitle;
    private final RemoteEntity destination;
    private final MoveOriginator originator;
    private final Map<OutgoingInstance, AssociationOffer> offers = new IdentityHashMap<>();
    private ServiceUser current;
    private AssociationOffer currentOffer;
    private IOException unreachable;

    MoveAssociations(
            DicomClient client,
            String callingAeTitle,
            RemoteEntity destination,
            MoveOriginator originator,
            List<OutgoingInstance> instances) {
        this.client = client;
        this.callingAeTitle = callingAeTitle;
        this.destination = destination;
        this.originator = originator;
        StorageOffers.plan(instances, client.transcoder()).forEach(this::remember);
    }

    private void remember(AssociationOffer offer, List<OutgoingInstance> instances) {
        instances.forEach(instance -> offers.put(instance, offer));
    }

    DimseStatus send(OutgoingInstance instance) throws IOException {
        return user(offers.get(instance)).store(instance, originator).outcome().status();
    }

    private ServiceUser user(AssociationOffer offer) throws IOException {
        if (unreachable != null) {
            throw unreachable;
        }
        boolean usable = current != null && current.association().isOpen() && currentOffer.equals(offer);
        if (!usable) {
            close();
            try {
                current = client.connect(callingAeTitle, destination, offer, ServiceProviders.ECHO);
                currentOffer = offer;
            } catch (IOException e) {
                unreachable = e; // once is enough: the others would wait as long in vain
                throw e;
            }
        }
        return current;
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}

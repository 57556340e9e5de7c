package org.aegle.dicom.network.service;

import java.util.List;
import java.util.Optional;
import org.aegle.dicom.network.dimse.Suboperations;

/** Performs C-MOVE; the sub-operations are done for it. Runs in a thread of its own. PS3.4 C.4.2. */
public interface MoveProvider {
    /** Where an AE title is to be reached; empty when it is unknown, or not to be sent to by this peer. */
    Optional<RemoteEntity> findDestination(MoveOperation operation);

    /**
     * The instances to be sent, in this order; their data sets are opened one by one.
     *
     * @throws DimseRefusal to say no
     */
    List<OutgoingInstance> move(MoveOperation operation);

    /** All were sent, failed or cancelled; not told when the association of the operation was lost. */
    default void performed(MoveOperation operation, Suboperations counts) {}
}

package org.aegle.dicom.network.service;

import java.util.List;
import org.aegle.dicom.network.dimse.Suboperations;

/** Performs C-GET; the sub-operations are done for it. Runs in a thread of its own. PS3.4 C.4.3. */
@FunctionalInterface
public interface GetProvider {
    /**
     * The instances to be sent, in this order; their data sets are opened one by one.
     *
     * @throws DimseRefusal to say no
     */
    List<OutgoingInstance> get(GetOperation operation);

    /** All were sent, failed or cancelled; not told when the association was lost. */
    default void performed(GetOperation operation, Suboperations counts) {}
}

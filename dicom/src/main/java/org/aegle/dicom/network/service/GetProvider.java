package org.aegle.dicom.network.service;

import java.util.List;

/** Performs C-GET; the sub-operations are done for it. Runs in a thread of its own. PS3.4 C.4.3. */
@FunctionalInterface
public interface GetProvider {
    /**
     * The instances to be sent, in this order; their data sets are opened one by one.
     *
     * @throws DimseRefusal to say no
     */
    List<OutgoingInstance> get(GetOperation operation);
}

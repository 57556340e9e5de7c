package org.aegle.dicom.network.service;

import java.io.IOException;
import org.aegle.dicom.network.dimse.DimseOutcome;

/** Performs C-STORE. PS3.4 Annex B. */
@FunctionalInterface
public interface StoreProvider {
    /**
     * Takes an instance. What it leaves unread is passed over. It returns once it answers for the instance.
     *
     * @return success or a warning
     * @throws DimseRefusal to say no
     * @throws IOException when the data set cannot be read, or kept; the peer is told a processing failure
     */
    DimseOutcome store(StoreOperation operation) throws IOException;
}

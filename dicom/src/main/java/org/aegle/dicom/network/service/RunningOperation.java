package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** What a C-FIND, C-GET or C-MOVE does in a thread of its own. */
interface RunningOperation {
    /**
     * Performs the operation and sends its pending responses.
     *
     * @param cancelled turns true when the peer cancels, or is gone
     * @return the last response, to be sent
     * @throws IOException when the association is over; nobody is left to be told
     */
    Reply perform(BooleanSupplier cancelled) throws IOException;
}

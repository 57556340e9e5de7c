package org.aegle.dicom.network;

import java.io.IOException;

/** Writes the data set of a message. */
@FunctionalInterface
public interface DatasetWriter {
    /**
     * Writes all bytes in the transfer syntax of the presentation context. A failure aborts the association, since half a
     * message cannot be taken back.
     */
    void writeTo(DatasetOutput out) throws IOException;
}

package org.aegle.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.data.BulkData;

/** Gives the bytes of values that a data set holds by reference. */
@FunctionalInterface
public interface BulkDataSource {
    /**
     * Opens a value.
     *
     * @return a stream of exactly its bytes, in the byte order that the reference tells
     * @throws IOException when it cannot be read
     */
    InputStream open(BulkData value) throws IOException;
}

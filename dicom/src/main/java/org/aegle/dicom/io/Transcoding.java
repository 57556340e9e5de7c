package org.aegle.dicom.io;

import java.io.IOException;
import java.io.OutputStream;

/** A data set that is ready to be written in another transfer syntax. */
@FunctionalInterface
public interface Transcoding {
    /**
     * Writes the data set; its long values are streamed. The stream is flushed, not closed.
     *
     * @throws IOException when it cannot be read or written to its end: what was written is then to be thrown away
     */
    void writeTo(OutputStream out) throws IOException;
}

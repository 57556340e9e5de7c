package org.aegle.dicom.io;

import java.io.IOException;
import java.io.InputStream;

/** Gives stretches of an object, as {@link DicomObject} counts its bytes. */
@FunctionalInterface
public interface RangeSource {
    /**
     * Opens a stretch.
     *
     * @return a stream of its bytes, which may go on behind them; the caller closes it
     */
    InputStream open(ByteRange range) throws IOException;
}

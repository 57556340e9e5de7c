package org.aegle.dicom.io;

import java.io.IOException;

/** Writes data sets in another transfer syntax than they have, where no presentation context takes them as they are. */
public interface Transcoder {
    /** Whether data sets of one transfer syntax can be written in another. */
    boolean supports(TransferSyntax from, TransferSyntax to);

    /**
     * Reads what there is to know of a data set before a byte is written, and refuses what cannot be done as far as can
     * be seen by then.
     *
     * @param dataset the data set without meta information
     * @param from its transfer syntax
     * @param to a transfer syntax that is {@link #supports supported} for it
     * @throws IOException when it cannot be read or not be written so
     */
    Transcoding begin(StreamSource dataset, TransferSyntax from, TransferSyntax to) throws IOException;
}

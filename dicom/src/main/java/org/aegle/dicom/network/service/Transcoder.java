package org.aegle.dicom.network.service;

import java.io.IOException;
import java.io.OutputStream;
import org.aegle.dicom.io.TransferSyntax;

/** Writes data sets in another transfer syntax than they have, where no presentation context takes them as they are. */
public interface Transcoder {
    /** Whether data sets of one transfer syntax can be written in another. */
    boolean supports(TransferSyntax from, TransferSyntax to);

    /**
     * Writes the data set of an instance in another transfer syntax.
     *
     * @throws IOException when it cannot be read or written
     */
    void transcode(OutgoingInstance instance, TransferSyntax to, OutputStream out) throws IOException;
}

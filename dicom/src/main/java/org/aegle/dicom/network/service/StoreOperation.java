package org.aegle.dicom.network.service;

import java.io.InputStream;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.dimse.CStoreRequest;

/**
 * An instance that a peer sends.
 *
 * @param context where it came in
 * @param request SOP class, SOP instance and move originator
 * @param dataset the data set as it arrives from the peer, without meta information; it can be read once, best in blocks
 *     of 64 KiB and more, and only until the provider returns
 */
public record StoreOperation(OperationContext context, CStoreRequest request, InputStream dataset) {
    /** The transfer syntax of the data set. */
    public TransferSyntax transferSyntax() {
        return context.presentationContext().transferSyntax();
    }
}

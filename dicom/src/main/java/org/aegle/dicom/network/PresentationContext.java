package org.aegle.dicom.network;

import org.aegle.dicom.io.TransferSyntax;

/**
 * An accepted presentation context. PS3.8 7.1.1.13-14, PS3.7 D.3.3.4.
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax SOP class or meta SOP class
 * @param transferSyntax how data sets are encoded in it
 * @param requestorScu the requestor may invoke operations of the SOP class as SCU
 * @param requestorScp the requestor may perform them as SCP
 */
public record PresentationContext(
        int id, String abstractSyntax, TransferSyntax transferSyntax, boolean requestorScu, boolean requestorScp) {}

package org.aegle.dicom.network.pdu;

/**
 * Bytes of the longest P-DATA-TF PDU that the sender receives, without the PDU's own header. PS3.8 D.1.
 *
 * @param bytes 0 for any length
 */
public record MaximumLength(int bytes) implements UserInformationItem {}

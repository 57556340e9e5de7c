/**
 * The protocol data units of the upper layer, one record per PDU and per item, and their codec.
 *
 * <p>Boundary: {@link org.aegle.dicom.network.pdu.PduEncoder}, {@link org.aegle.dicom.network.pdu.PduDecoder}; what
 * cannot be decoded is a {@link org.aegle.dicom.network.pdu.PduException} that tells the reason for the abort. PS3.8 9.3
 * and Annex D, PS3.7 Annex D.3.3.
 */
package org.aegle.dicom.network.pdu;

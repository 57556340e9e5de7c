package org.aegle.dicom.network.pdu;

/** A protocol data unit of the upper layer. PS3.8 9.3. */
public sealed interface Pdu
        permits AssociateRequest,
                AssociateAccept,
                AssociateReject,
                DataTransfer,
                ReleaseRequest,
                ReleaseResponse,
                Abort {
    /** Which PDU it is. */
    PduType type();
}

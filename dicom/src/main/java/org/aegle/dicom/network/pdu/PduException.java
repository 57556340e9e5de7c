package org.aegle.dicom.network.pdu;

import java.io.IOException;

/** A PDU is invalid; the association is to be aborted. The message holds no value of the PDU. */
public final class PduException extends IOException {
    private static final long serialVersionUID = 1L;

    private final AbortReason reason;

    /** A PDU is invalid. */
    public PduException(AbortReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The reason that the A-ABORT tells. */
    public AbortReason reason() {
        return reason;
    }
}

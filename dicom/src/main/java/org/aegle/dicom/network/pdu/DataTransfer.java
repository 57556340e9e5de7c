package org.aegle.dicom.network.pdu;

import java.util.List;

/**
 * P-DATA-TF. PS3.8 9.3.5. Associations read and write them as streams; this is the whole of a short one.
 *
 * @param values fragments of messages
 */
public record DataTransfer(List<PresentationDataValue> values) implements Pdu {
    /** A PDU whose list cannot change. */
    public DataTransfer {
        values = List.copyOf(values);
    }

    @Override
    public PduType type() {
        return PduType.DATA_TRANSFER;
    }
}

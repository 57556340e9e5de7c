package org.aegle.dicom.network;

import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.network.pdu.PduType;
import org.aegle.dicom.network.pdu.PresentationDataValue;

/**
 * Builds P-DATA-TF PDUs of one fragment each in one buffer: payload lands where it is sent from, with its headers before
 * it, and short PDUs leave together. For one thread at a time. PS3.8 9.3.5.
 */
final class PduOutput {
    private static final int HEADERS = 6 + PresentationDataValue.HEADER_LENGTH;
    private static final int SMALLEST_BUFFER = 128 << 10;
    private static final int COMMAND_ROOM = 2048;
    private static final int SHORTEST_PAYLOAD = 2;

    private final UpperLayer upperLayer;
    private final int payload;
    private byte[] buffer = {};
    private int start;
    private int at;
    private int end;
    private int contextId;
    private boolean command;

    /**
     * An output.
     *
     * @param pduLength bytes of the longest PDU without its own header
     */
    PduOutput(UpperLayer upperLayer, int pduLength) {
        this.upperLayer = upperLayer;
        int room = Math.max(pduLength - PresentationDataValue.HEADER_LENGTH, SHORTEST_PAYLOAD);
        this.payload = room & ~1; // fragments have even lengths, PS3.8 E.2
    }

    /** Bytes of the fragment in a full PDU. */
    int payload() {
        return payload;
    }

    void begin(int context, boolean isCommand) throws AssociationException {
        contextId = context;
        command = isCommand;
        if (buffer.length == 0) {
            buffer = new byte[Math.max(SMALLEST_BUFFER, payload + HEADERS + COMMAND_ROOM)];
        }
        beginPdu();
    }

    private void beginPdu() throws AssociationException {
        if (buffer.length - at < payload + HEADERS) {
            flush();
        }
        start = at;
        at += HEADERS;
        end = at + payload;
    }

    void write(byte[] bytes, int offset, int length) throws AssociationException {
        int from = offset;
        int left = length;
        while (left > 0) {
            makeRoom();
            int count = Math.min(left, end - at);
            System.arraycopy(bytes, from, buffer, at, count);
            at += count;
            from += count;
            left -= count;
        }
    }

    long transferFrom(InputStream in) throws IOException {
        long sum = 0;
        while (true) {
            makeRoom();
            int count = in.read(buffer, at, end - at);
            if (count < 0) {
                return sum;
            }
            at += count;
            sum += count;
        }
    }

    /** A full PDU is closed only when more follows, so that the last one can be told to be the last. */
    private void makeRoom() throws AssociationException {
        if (at == end) {
            closePdu(false);
            beginPdu();
        }
    }

    /** Ends the command set or data set; what is left in the buffer is sent by {@link #flush}. */
    void end() {
        closePdu(true);
    }

    private void closePdu(boolean last) {
        buffer[start] = (byte) PduType.DATA_TRANSFER.code();
        buffer[start + 1] = 0;
        putInt(start + 2, at - start - 6);
        putInt(start + 6, at - start - 10);
        buffer[start + 10] = (byte) contextId;
        buffer[start + 11] = (byte) PresentationDataValue.controlHeader(command, last);
    }

    private void putInt(int position, int value) {
        buffer[position] = (byte) (value >>> 24);
        buffer[position + 1] = (byte) (value >>> 16);
        buffer[position + 2] = (byte) (value >>> 8);
        buffer[position + 3] = (byte) value;
    }

    void flush() throws AssociationException {
        int length = at;
        at = 0;
        if (length > 0) {
            upperLayer.sendData(buffer, 0, length);
        }
    }
}

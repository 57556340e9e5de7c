package org.aegle.dicom.network.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks over the bytes of a PDU or an item and never beyond its end. */
final class ItemReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    ItemReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ItemReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    boolean hasMore() {
        return at < end;
    }

    int number8() throws PduException {
        need(1);
        return bytes[at++] & 0xFF;
    }

    int number16() throws PduException {
        return number8() << 8 | number8();
    }

    int number32() throws PduException {
        return number16() << 16 | number16();
    }

    void skip(int count) throws PduException {
        need(count);
        at += count;
    }

    byte[] bytes(int count) throws PduException {
        need(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    byte[] rest() throws PduException {
        return bytes(end - at);
    }

    /** Text without the padding that some peers leave around it. */
    String text(int length) throws PduException {
        String text = new String(bytes(length), StandardCharsets.ISO_8859_1);
        int last = text.length();
        while (last > 0 && text.charAt(last - 1) <= ' ') {
            last--;
        }
        return text.substring(0, last).stripLeading();
    }

    String restAsText() throws PduException {
        return text(end - at);
    }

    /** A field with its length of 16 bits before. */
    byte[] field() throws PduException {
        return bytes(number16());
    }

    String fieldAsText() throws PduException {
        return text(number16());
    }

    /** The part of so many bytes that comes next. */
    ItemReader part(int length) throws PduException {
        need(length);
        at += length;
        return new ItemReader(bytes, at - length, at);
    }

    /** The value of the item whose type has been read. */
    ItemReader item() throws PduException {
        skip(1);
        return part(number16());
    }

    private void need(int count) throws PduException {
        if (count < 0 || count > end - at) {
            throw new PduException(
                    AbortReason.INVALID_PDU_PARAMETER_VALUE,
                    count + " bytes are told where " + (end - at) + " are left");
        }
    }
}

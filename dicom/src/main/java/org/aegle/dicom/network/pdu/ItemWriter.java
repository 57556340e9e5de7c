package org.aegle.dicom.network.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects the bytes of a PDU; numbers are big endian. PS3.8 9.3.1. */
final class ItemWriter {
    private static final int LONGEST_ITEM = 0xFFFF;

    private byte[] bytes = new byte[512];
    private int size;

    ItemWriter number8(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ItemWriter number16(int value) {
        return number8(value >>> 8).number8(value);
    }

    ItemWriter number32(int value) {
        return number16(value >>> 16).number16(value);
    }

    ItemWriter bytes(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    ItemWriter text(String ascii) {
        return bytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    ItemWriter zeros(int count) {
        ensure(count);
        size += count;
        return this;
    }

    /** Sixteen characters, padded with spaces. */
    ItemWriter aeTitle(String title) {
        if (title.length() > 16) {
            throw new IllegalArgumentException("an AE title has at most 16 characters: " + title);
        }
        text(title);
        for (int i = title.length(); i < 16; i++) {
            number8(' ');
        }
        return this;
    }

    /** A field with its length of 16 bits before. */
    ItemWriter field(byte[] value) {
        return number16(checked(value.length)).bytes(value);
    }

    ItemWriter field(String ascii) {
        return field(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** An item that is one text. */
    void item(int type, String ascii) {
        number8(type).number8(0).field(ascii);
    }

    /** Begins an item and returns where its length is to be written by {@link #end}. */
    int begin(int type) {
        number8(type).number8(0).number16(0);
        return size;
    }

    void end(int start) {
        int length = checked(size - start);
        bytes[start - 2] = (byte) (length >>> 8);
        bytes[start - 1] = (byte) length;
    }

    private static int checked(int length) {
        if (length > LONGEST_ITEM) {
            throw new IllegalArgumentException("an item of " + length + " bytes is longer than an item can be");
        }
        return length;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** What was written so far. */
    byte[] written() {
        return Arrays.copyOf(bytes, size);
    }

    /** A whole PDU: type, reserved byte, length and what was written. */
    byte[] toPdu(PduType type) {
        ItemWriter pdu = new ItemWriter();
        pdu.number8(type.code()).number8(0).number32(size).bytes(written());
        return pdu.written();
    }
}

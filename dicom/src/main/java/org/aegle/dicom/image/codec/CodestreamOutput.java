package org.aegle.dicom.image.codec;

import java.io.ByteArrayOutputStream;

/** Writes big endian numbers and marker segments. Not thread safe. */
public final class CodestreamOutput {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A byte. */
    public CodestreamOutput writeByte(int value) {
        out.write(value);
        return this;
    }

    /** Two bytes. */
    public CodestreamOutput writeWord(int value) {
        return writeByte(value >> 8).writeByte(value);
    }

    /** Four bytes. */
    public CodestreamOutput writeNumber(long value) {
        return writeWord((int) (value >> 16)).writeWord((int) value);
    }

    /** Bytes as they are. */
    public CodestreamOutput writeBytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A marker with its length and parameters. */
    public CodestreamOutput writeSegment(int marker, CodestreamOutput parameters) {
        byte[] bytes = parameters.toBytes();
        return writeWord(marker).writeWord(bytes.length + 2).writeBytes(bytes);
    }

    /** All that was written. */
    public byte[] toBytes() {
        return out.toByteArray();
    }
}

package org.aegle.dicom.image.codec;

import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Reads big endian numbers from a stretch of a codestream and never beyond it. Not thread safe. */
public final class CodestreamInput {
    private final byte[] bytes;
    private final int end;
    private int at;

    /** All of an array. */
    public CodestreamInput(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private CodestreamInput(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The array behind; positions are indexes of it. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of the next byte. */
    public int position() {
        return at;
    }

    /** Index after the last byte. */
    public int end() {
        return end;
    }

    /** Bytes left. */
    public int remaining() {
        return end - at;
    }

    /**
     * Goes on at another index.
     *
     * @throws MalformedFrame when it lies outside of the stretch
     */
    public void seek(int position) throws MalformedFrame {
        if (position < 0 || position > end) {
            throw new MalformedFrame("the codestream points beyond its end");
        }
        at = position;
    }

    /** Leaves out bytes. */
    public void skip(int count) throws MalformedFrame {
        require(count);
        at += count;
    }

    /** A byte without sign. */
    public int readByte() throws MalformedFrame {
        require(1);
        return bytes[at++] & 0xFF;
    }

    /** Two bytes without sign. */
    public int readWord() throws MalformedFrame {
        require(2);
        at += 2;
        return (bytes[at - 2] & 0xFF) << 8 | bytes[at - 1] & 0xFF;
    }

    /** Four bytes without sign. */
    public long readNumber() throws MalformedFrame {
        return (long) readWord() << 16 | readWord();
    }

    /** The next bytes as a stretch of their own, which are left out here. */
    public CodestreamInput readSlice(int length) throws MalformedFrame {
        require(length);
        at += length;
        return new CodestreamInput(bytes, at - length, at);
    }

    private void require(int count) throws MalformedFrame {
        if (count < 0 || count > end - at) {
            throw new MalformedFrame("the codestream ends early");
        }
    }
}

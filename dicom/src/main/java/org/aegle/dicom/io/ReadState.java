package org.aegle.dicom.io;

import java.io.IOException;
import org.aegle.dicom.data.VR;

/** What all parts of one reading share: the bytes, the limits, the place and the findings. */
final class ReadState {
    private final ByteSource source;
    private final ReadLimits limits;
    private final boolean strict;
    private final Findings findings = new Findings();
    private final TagPath path = new TagPath();
    private int elements;
    private long kept;

    ReadState(ByteSource source, ReadLimits limits, boolean strict) {
        this.source = source;
        this.limits = limits;
        this.strict = strict;
    }

    ByteSource source() {
        return source;
    }

    ReadLimits limits() {
        return limits;
    }

    Findings findings() {
        return findings;
    }

    TagPath path() {
        return path;
    }

    /** Notes something irregular, or refuses it where nothing irregular is wanted. */
    void find(long offset, int tag, String clause, String message) throws DicomParseException {
        if (strict) {
            throw failure(DicomParseException.Reason.MALFORMED, offset, tag, message + " (" + clause + ")");
        }
        findings.add(offset, tag, clause, message);
    }

    DicomParseException failure(DicomParseException.Reason reason, long offset, int tag, String message) {
        return new DicomParseException(reason, offset, path.isAtTop() && tag == 0 ? "" : path.of(tag), message);
    }

    DicomParseException truncated(int tag, String message) {
        return failure(DicomParseException.Reason.TRUNCATED, source.position(), tag, message);
    }

    DicomParseException malformed(int tag, String message) {
        return failure(DicomParseException.Reason.MALFORMED, source.position(), tag, message);
    }

    DicomParseException overLimit(int tag, String limit) {
        return failure(DicomParseException.Reason.OVER_LIMIT, source.position(), tag, limit);
    }

    /** Counts an element or item. */
    void countElement(int tag) throws DicomParseException {
        if (++elements > limits.elements()) {
            throw overLimit(tag, "elements " + limits.elements());
        }
    }

    /** Reads a value to be kept, in little endian order. */
    byte[] keep(int tag, VR vr, long length, boolean bigEndian) throws IOException {
        kept += length;
        if (kept > limits.keptBytes()) {
            throw overLimit(tag, "keptBytes " + limits.keptBytes());
        }
        byte[] value = source.read((int) length);
        if (value.length < length) {
            throw truncated(tag, "the value has " + length + " bytes, the stream only " + value.length);
        }
        if (bigEndian) {
            ByteOrders.turn(value, vr.wordLength());
        }
        return value;
    }

    /** Passes over a value. */
    void pass(int tag, long length) throws IOException {
        long passed = source.skip(length);
        if (passed < length) {
            throw truncated(tag, "the value has " + length + " bytes, the stream only " + passed);
        }
    }
}

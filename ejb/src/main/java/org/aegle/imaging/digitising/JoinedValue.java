package org.aegle.imaging.digitising;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.aegle.dicom.composition.BulkValue;

/**
 * New headers before a range of a file.
 *
 * @param head the bytes that come first
 * @param file where the rest lies
 * @param from where the rest begins there
 * @param to where it ends there
 */
record JoinedValue(byte[] head, BulkValue file, long from, long to) implements BulkValue {
    @Override
    public long length() {
        return head.length + to - from;
    }

    @Override
    public InputStream open(long offset, long length) throws IOException {
        int first = (int) Math.min(head.length, offset);
        int ofHead = (int) Math.min(head.length - first, length);
        InputStream start = new ByteArrayInputStream(head, first, ofHead);
        long left = length - ofHead;
        if (left == 0) {
            return start;
        }
        return new SequenceInputStream(start, file.open(from + Math.max(0, offset - head.length), left));
    }
}

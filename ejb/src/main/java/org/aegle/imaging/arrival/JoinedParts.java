package org.aegle.imaging.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.storage.BlobVault;
import org.aegle.storage.StoredBlob;

/** The parts of an upload as one value. */
record JoinedParts(BlobVault vault, List<StoredBlob> parts) implements BulkValue {
    @Override
    public long length() {
        return parts.stream().mapToLong(StoredBlob::length).sum();
    }

    @Override
    public InputStream open(long offset, long length) {
        List<Range> ranges = new ArrayList<>();
        long start = 0;
        for (StoredBlob part : parts) {
            long from = Math.max(offset, start);
            long to = Math.min(offset + length, start + part.length());
            if (from < to) {
                ranges.add(new Range(part, from - start, to - from));
            }
            start += part.length();
        }
        Iterator<Range> left = ranges.iterator();
        // Lazily: an upload of many parts must not hold all of them open.
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return left.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return open(left.next());
            }
        });
    }

    private InputStream open(Range range) {
        try {
            return vault.read(range.part(), range.offset(), range.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Range(StoredBlob part, long offset, long length) {}
}

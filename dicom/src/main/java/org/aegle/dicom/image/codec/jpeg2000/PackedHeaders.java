package org.aegle.dicom.image.codec.jpeg2000;

import java.util.List;
import java.util.TreeMap;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/** Packet headers of all tile-parts, packed into the main header. Not thread safe. ITU-T T.800 A.7.4. */
final class PackedHeaders {
    private final TreeMap<Integer, CodestreamInput> segments = new TreeMap<>();
    private CodestreamInput all;

    /** Takes a PPM marker segment. */
    void add(CodestreamInput segment) throws MalformedFrame {
        segments.put(segment.readByte(), segment);
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** The headers of the next tile-part. */
    CodestreamInput next() throws MalformedFrame {
        if (all == null) {
            all = TileParts.joined(List.copyOf(segments.values()));
        }
        long length = all.readNumber();
        return all.readSlice((int) Math.min(length, Integer.MAX_VALUE));
    }
}

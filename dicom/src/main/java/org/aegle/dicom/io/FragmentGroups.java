package org.aegle.dicom.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.PixelDataLayout.EncapsulatedPixelData;
import org.aegle.dicom.io.PixelDataLayout.Fragment;

/**
 * Finds out which fragments make up a frame: by the extended or the basic offset table where one is right, else because
 * there is one frame or one fragment a frame, else by where codestreams start. PS3.5 A.4, PS3.3 C.7.6.3.1.8.
 */
final class FragmentGroups {
    private static final int ITEM_HEADER = 8;

    private final EncapsulatedPixelData pixels;
    private final List<Fragment> fragments;
    private final Attributes dataset;
    private final long numberOfFrames;

    FragmentGroups(EncapsulatedPixelData pixels, Attributes dataset, long numberOfFrames) {
        this.pixels = pixels;
        this.fragments = pixels.fragments();
        this.dataset = dataset;
        this.numberOfFrames = numberOfFrames;
    }

    List<List<ByteRange>> frames() {
        if (fragments.isEmpty()) {
            return List.of();
        }
        long[] extended = dataset.getLongs(Tag.ExtendedOffsetTable);
        int[] starts = startsAt(extended);
        if (starts.length > 0) {
            return trimmed(groups(starts), dataset.getLongs(Tag.ExtendedOffsetTableLengths));
        }
        starts = startsAt(pixels.basicOffsetTable());
        return groups(starts.length > 0 ? starts : startsWithoutTable());
    }

    /** Indexes of the fragments that a table names; none when the table is empty or wrong. */
    private int[] startsAt(long[] table) {
        if (table.length != numberOfFrames || table.length > fragments.size()) {
            return new int[0];
        }
        long origin = fragments.get(0).offset() - ITEM_HEADER;
        int[] starts = new int[table.length];
        int fragment = 0;
        for (int frame = 0; frame < starts.length; frame++) {
            long wanted = origin + table[frame] + ITEM_HEADER;
            while (fragment < fragments.size() && fragments.get(fragment).offset() < wanted) {
                fragment++;
            }
            boolean found =
                    fragment < fragments.size() && fragments.get(fragment).offset() == wanted;
            boolean ascends = frame == 0 ? fragment == 0 : fragment > starts[frame - 1];
            if (!found || !ascends) {
                return new int[0];
            }
            starts[frame] = fragment;
        }
        return starts;
    }

    private int[] startsWithoutTable() {
        if (numberOfFrames == 1) {
            return new int[] {0};
        }
        int[] all = new int[fragments.size()];
        Arrays.setAll(all, i -> i);
        if (numberOfFrames == fragments.size()) {
            return all;
        }
        int[] codestreams = Arrays.stream(all)
                .filter(i -> fragments.get(i).startsCodestream())
                .toArray();
        return codestreams.length > 0 && codestreams[0] == 0 ? codestreams : all;
    }

    private List<List<ByteRange>> groups(int[] starts) {
        List<List<ByteRange>> frames = new ArrayList<>(starts.length);
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : fragments.size();
            frames.add(FrameIndexer.ranges(pixels, starts[i], end));
        }
        return frames;
    }

    /** The extended table tells the lengths without the pad byte of a fragment. */
    private static List<List<ByteRange>> trimmed(List<List<ByteRange>> frames, long[] lengths) {
        if (lengths.length != frames.size()) {
            return frames;
        }
        List<List<ByteRange>> exact = new ArrayList<>(frames.size());
        for (int i = 0; i < lengths.length; i++) {
            List<ByteRange> frame = frames.get(i);
            ByteRange range = frame.get(0);
            boolean plausible = frame.size() == 1 && lengths[i] > 0 && range.length() - lengths[i] <= 1;
            exact.add(
                    plausible && lengths[i] <= range.length()
                            ? List.of(new ByteRange(range.offset(), lengths[i]))
                            : frame);
        }
        return exact;
    }
}

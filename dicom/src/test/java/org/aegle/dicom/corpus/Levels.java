package org.aegle.dicom.corpus;

import org.aegle.dicom.image.Frame;

/** Compares samples. */
public final class Levels {
    private Levels() {}

    /** The largest difference between two frames of the same format, in stored values. */
    public static int largestDifference(Frame one, Frame other) {
        int cell = one.format().bytesPerSample();
        int largest = 0;
        for (int i = 0; i < one.samples().length; i += cell) {
            largest = Math.max(largest, Math.abs(value(one, i) - value(other, i)));
        }
        return largest;
    }

    private static int value(Frame frame, int at) {
        byte[] bytes = frame.samples();
        if (frame.format().bytesPerSample() == 1) {
            return bytes[at] & 0xFF;
        }
        int word = bytes[at] & 0xFF | bytes[at + 1] << 8;
        return frame.format().signed() ? word : word & 0xFFFF;
    }
}

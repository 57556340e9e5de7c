package org.aegle.dicom.io;

import java.util.List;

/** How the frames of an object lie in its pixel data. */
sealed interface FrameLayout permits EqualFrames, PackedFrames, ListedFrames {
    /** The number of frames. */
    int count();

    /** The bytes in which a frame lies; indexes count from 0. */
    List<ByteRange> ranges(int index);

    /** The frame alone, out of the bytes in which it lies. */
    byte[] cut(int index, byte[] bytes);

    /** Writes the kind of the layout and what it consists of. */
    void write(VariableLengthNumbers.Output out);
}

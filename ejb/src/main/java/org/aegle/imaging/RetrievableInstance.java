package org.aegle.imaging;

import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.storage.StoredBlob;

/**
 * An instance whose bytes the caller may have.
 *
 * @param frames number of frames, 0 for what is no image
 * @param frameIndex where the frames lie in the object, in {@code FrameIndex}'s binary form; empty for none
 * @param correction what it is served with instead of what it came with
 */
public record RetrievableInstance(
        StudyInstanceUid study,
        SeriesInstanceUid series,
        SopInstanceUid uid,
        String sopClassUid,
        String transferSyntaxUid,
        int frames,
        byte[] frameIndex,
        StoredBlob blob,
        Correction correction) {
    /** Whether it is given out byte for byte as it was stored. */
    public boolean isAsStored() {
        return correction.isNone();
    }
}

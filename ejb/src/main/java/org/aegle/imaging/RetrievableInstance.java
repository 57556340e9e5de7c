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
 */
public record RetrievableInstance(
        StudyInstanceUid study,
        SeriesInstanceUid series,
        SopInstanceUid uid,
        String sopClassUid,
        String transferSyntaxUid,
        int frames,
        byte[] frameIndex,
        StoredBlob blob) {}

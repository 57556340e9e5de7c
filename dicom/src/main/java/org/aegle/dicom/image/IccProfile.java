package org.aegle.dicom.image;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;

/** The ICC profile that tells what an image's colours are. PS3.3 C.11.15, C.8.12.5. */
final class IccProfile {
    private IccProfile() {}

    /** The profile of the image or of the frame's optical path; empty where there is none. */
    static byte[] of(FrameAttributes frame) {
        Attributes dataset = frame.dataset();
        if (dataset.containsValue(Tag.ICCProfile)) {
            return dataset.getBytes(Tag.ICCProfile);
        }
        Sequence paths = dataset.getSequence(Tag.OpticalPathSequence);
        String identifier = frame.findWith(Tag.OpticalPathIdentifier, Tag.OpticalPathIdentificationSequence)
                .map(item -> item.getString(Tag.OpticalPathIdentifier))
                .orElse("");
        return paths.stream()
                .filter(path -> identifier.isEmpty()
                        || path.getString(Tag.OpticalPathIdentifier).equals(identifier))
                .findFirst()
                .map(path -> path.getBytes(Tag.ICCProfile))
                .orElse(new byte[0]);
    }
}

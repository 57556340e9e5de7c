package org.aegle.dicom.image;

import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;

/**
 * Finds the attributes of a frame: in the data set of a classic image, in the functional groups of an enhanced one.
 * PS3.3 C.7.6.16.
 */
final class FrameAttributes {
    private final Attributes dataset;
    private final int frameNumber;

    /** The attributes of a frame, counted from 1. */
    FrameAttributes(Attributes dataset, int frameNumber) {
        this.dataset = dataset;
        this.frameNumber = frameNumber;
    }

    Attributes dataset() {
        return dataset;
    }

    int frameNumber() {
        return frameNumber;
    }

    /** The data set or the item of a functional group that has an attribute with a value. */
    Optional<Attributes> findWith(int tag, int functionalGroup) {
        if (dataset.containsValue(tag)) {
            return Optional.of(dataset);
        }
        return findGroup(functionalGroup).filter(item -> item.containsValue(tag));
    }

    /** The item of a functional group: the frame's own or that of all frames. */
    Optional<Attributes> findGroup(int functionalGroup) {
        return perFrame().flatMap(group -> group.findItem(functionalGroup)).or(() -> dataset.findItem(
                        Tag.SharedFunctionalGroupsSequence)
                .flatMap(group -> group.findItem(functionalGroup)));
    }

    private Optional<Attributes> perFrame() {
        Sequence frames = dataset.getSequence(Tag.PerFrameFunctionalGroupsSequence);
        return frameNumber <= frames.size() ? Optional.of(frames.get(frameNumber - 1)) : Optional.empty();
    }
}

package org.aegle.dicomweb;

import java.util.Optional;
import org.aegle.imaging.rendition.PictureType;

/**
 * In which form pictures are given.
 *
 * @param type of each
 * @param multipart as multipart/related, which was asked for
 * @param single as a single part, which was asked for; neither where anything is accepted
 */
record PictureForm(PictureType type, boolean multipart, boolean single) {
    static final String OFFERED = "image/jpeg or image/png, for several pictures as multipart/related";

    /** JPEG where nothing else is preferred. PS3.18 8.7.4. */
    static Optional<PictureForm> find(AcceptedType accepted) {
        for (PictureType type : PictureType.values()) {
            if (accepted.is(type.mediaType())) {
                boolean anything = accepted.isAnything();
                return Optional.of(
                        new PictureForm(type, !anything && accepted.multipart(), !anything && !accepted.multipart()));
            }
        }
        return Optional.empty();
    }
}

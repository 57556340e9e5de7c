package org.aegle.imaging.rendition;

import org.aegle.dicom.image.RenderRequest;

/** A picture of a frame: which frame and how it is shown, and in which kind of file. */
public record PictureRequest(RenderRequest shown, PictureType type) {
    /** The same of another frame, counted from 1. */
    public PictureRequest ofFrame(int number) {
        return new PictureRequest(shown.withFrameNumber(number), type);
    }
}

package org.aegle.dicom.image;

import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** Tells whether a palette colours a part of the values of a gray frame. PS3.3 C.7.6.19, C.8.16.2.1.1.1. */
final class SupplementalPalette {
    private static final int[] FRAME_TYPES = {
        Tag.CTImageFrameTypeSequence, Tag.MRImageFrameTypeSequence, Tag.PETFrameTypeSequence
    };

    private SupplementalPalette() {}

    /** The image has such a palette, and its Pixel Presentation, or in a mixed image that of the frame, says colour. */
    static boolean isShown(FrameAttributes frame) {
        Attributes dataset = frame.dataset();
        if (!dataset.containsValue(Tag.RedPaletteColorLookupTableDescriptor)) {
            return false;
        }
        String presentation = dataset.getString(Tag.PixelPresentation);
        return presentation.equals("COLOR") || presentation.equals("MIXED") && isColour(frame);
    }

    private static boolean isColour(FrameAttributes frame) {
        for (int frameType : FRAME_TYPES) {
            Optional<Attributes> item = frame.findGroup(frameType);
            if (item.isPresent()) {
                return item.get().getString(Tag.PixelPresentation, "COLOR").equals("COLOR");
            }
        }
        return true;
    }
}

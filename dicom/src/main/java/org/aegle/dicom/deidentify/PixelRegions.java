package org.aegle.dicom.deidentify;

import java.util.List;
import org.aegle.dicom.data.Attributes;

/** Says where an image has annotations burned into its pixels. Called from several threads. PS3.15 E.3.1. */
@FunctionalInterface
public interface PixelRegions {
    /** Nowhere. */
    PixelRegions NONE = dataset -> List.of();

    /** The regions of an image, told from its attributes as they came; none when nothing is known of it. */
    List<PixelRegion> of(Attributes dataset);
}

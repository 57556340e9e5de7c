package org.aegle.dicom.deidentify;

import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/**
 * What must be done to the pixels of an image before it may be disclosed.
 *
 * @param regions rectangles to be blackened
 * @param masksUnusedBits bits beside the stored ones hold an overlay, as in ACR-NEMA, and are cleared. PS3.3 C.9.2 note
 * @param cleaned annotations burned in are gone, or were never there as the object says
 * @param unknown nobody knows whether there are any
 */
record PixelNeeds(List<PixelRegion> regions, boolean masksUnusedBits, boolean cleaned, boolean unknown) {
    private static final int FIRST_OVERLAY_GROUP = 0x6000_0000;
    private static final int LAST_OVERLAY_GROUP = 0x601E_0000;
    private static final int NEXT_GROUP = 0x0002_0000;

    /**
     * The needs of an object.
     *
     * @throws DeidentificationRefused when annotations are burned in and no region tells where
     */
    static PixelNeeds of(Attributes dataset, DeidentificationProfile profile) throws DeidentificationRefused {
        if (!hasPixels(dataset)) {
            return new PixelNeeds(List.of(), false, false, false);
        }
        List<PixelRegion> regions = profile.has(ProfileOption.CLEAN_PIXEL_DATA)
                ? within(dataset, profile.pixelRegions().of(dataset))
                : List.of();
        String burnedIn = dataset.getString(Tag.BurnedInAnnotation);
        if (burnedIn.equals("YES") && regions.isEmpty()) {
            throw new DeidentificationRefused(
                    DeidentificationRefused.Reason.BURNED_IN_ANNOTATION,
                    "annotations are burned in and no region to be cleaned is given");
        }
        boolean clean = burnedIn.equals("NO") || !regions.isEmpty();
        return new PixelNeeds(regions, hasOverlayInPixels(dataset), clean, !clean);
    }

    /** A region beside the image cleans nothing. */
    private static List<PixelRegion> within(Attributes dataset, List<PixelRegion> regions) {
        int rows = dataset.getInt(Tag.Rows, 0);
        int columns = dataset.getInt(Tag.Columns, 0);
        return regions.stream()
                .filter(region -> region.row() < rows && region.column() < columns)
                .toList();
    }

    private static boolean hasPixels(Attributes dataset) {
        return dataset.contains(Tag.PixelData)
                || dataset.contains(Tag.FloatPixelData)
                || dataset.contains(Tag.DoubleFloatPixelData);
    }

    private static boolean hasOverlayInPixels(Attributes dataset) {
        for (int group = FIRST_OVERLAY_GROUP; group <= LAST_OVERLAY_GROUP; group += NEXT_GROUP) {
            boolean plane = dataset.contains(group | Tag.OverlayBitPosition & 0xFFFF);
            if (plane && !dataset.contains(group | Tag.OverlayData & 0xFFFF)) {
                return true;
            }
        }
        return false;
    }

    /** The pixels change. */
    boolean rewrites() {
        return !regions.isEmpty() || masksUnusedBits;
    }
}

package org.aegle.dicom.image;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** Indexes to colours by three tables. PS3.3 C.7.6.3.1.5, C.7.9. */
final class PaletteColor {
    private final LookupTable red;
    private final LookupTable green;
    private final LookupTable blue;

    PaletteColor(Attributes dataset, boolean signed) throws FrameException {
        red = table(
                dataset,
                Tag.RedPaletteColorLookupTableDescriptor,
                Tag.RedPaletteColorLookupTableData,
                Tag.SegmentedRedPaletteColorLookupTableData,
                signed);
        green = table(
                dataset,
                Tag.GreenPaletteColorLookupTableDescriptor,
                Tag.GreenPaletteColorLookupTableData,
                Tag.SegmentedGreenPaletteColorLookupTableData,
                signed);
        blue = table(
                dataset,
                Tag.BluePaletteColorLookupTableDescriptor,
                Tag.BluePaletteColorLookupTableData,
                Tag.SegmentedBluePaletteColorLookupTableData,
                signed);
    }

    private static LookupTable table(
            Attributes dataset, int descriptorTag, int dataTag, int segmentedTag, boolean signed)
            throws FrameException {
        int[] descriptor = dataset.getInts(descriptorTag);
        byte[] data = dataset.getBytes(dataTag);
        if (data.length == 0 && dataset.containsValue(segmentedTag) && descriptor.length == 3) {
            data = SegmentedPalette.expand(dataset.getBytes(segmentedTag), descriptor);
        }
        return LookupTable.of(descriptor, data, signed)
                .orElseThrow(() -> new FrameException.MalformedFrame("the palette is incomplete"));
    }

    /** The colour of an index as 0xRRGGBB. */
    int rgb(double index) {
        return eightBits(red, index) << 16 | eightBits(green, index) << 8 | eightBits(blue, index);
    }

    private static int eightBits(LookupTable table, double index) {
        int entry = table.entry(index);
        return table.maximum() > 0xFF ? entry >>> 8 : Math.min(entry, 0xFF);
    }
}

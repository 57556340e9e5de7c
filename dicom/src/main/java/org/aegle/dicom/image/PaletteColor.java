package org.aegle.dicom.image;

import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/** Indexes to colours by three tables. PS3.3 C.7.6.3.1.5, C.7.9. */
final class PaletteColor {
    private final LookupTable red;
    private final LookupTable green;
    private final LookupTable blue;
    private final int shift;

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
        shift = isDeep(red, green, blue) ? Byte.SIZE : 0;
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

    /** Some tables of eight bits say that they have sixteen, which would show them black. */
    private static boolean isDeep(LookupTable... tables) {
        return Stream.of(tables).anyMatch(table -> table.largest() > 0xFF);
    }

    /** The colour of an index as 0xRRGGBB, of entries of 16 bits the upper half. */
    int rgb(double index) {
        return red.entry(index) >>> shift << 16 | green.entry(index) >>> shift << 8 | blue.entry(index) >>> shift;
    }

    /** The value is a colour: those below the first mapped are grays of a supplemental palette. */
    boolean maps(double value) {
        return red.maps(value);
    }
}

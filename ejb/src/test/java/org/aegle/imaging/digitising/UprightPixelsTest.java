package org.aegle.imaging.digitising;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.aegle.dicom.composition.BulkValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UprightPixelsTest {
    /** What is decoded in bands is what is decoded at once, however the page must be turned. */
    @ParameterizedTest
    @EnumSource(Orientation.class)
    void bandsShouldBeTheWhole(Orientation orientation) throws IOException {
        BulkValue png = BulkValue.of(Scans.file("png", Scans.deep(50, 37)));
        BulkValue tiff = BulkValue.of(Scans.tiff("LZW", List.of(Scans.picture(50, 37, BufferedImage.TYPE_INT_RGB))));

        assertArrayEquals(read(FileKind.PNG, png, orientation, 100), read(FileKind.PNG, png, orientation, 7));
        assertArrayEquals(read(FileKind.TIFF, tiff, orientation, 100), read(FileKind.TIFF, tiff, orientation, 1));
    }

    private static byte[] read(FileKind kind, BulkValue file, Orientation orientation, int band) throws IOException {
        try (PageReader reader = PageReader.open(kind, file);
                UprightPixels pixels = new UprightPixels(reader, 0, reader.layout(0), orientation, band)) {
            return pixels.readAllBytes();
        }
    }
}

package org.aegle.dicom.phantom;

import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;

/**
 * An ultrasound cine of a beating heart, seen from the apex: 40 frames of 320 by 240 pixels, one heart beat. US
 * Multi-frame Image IOD, PS3.3 A.7.
 */
public final class UltrasoundCine implements Phantom {
    private static final int COLUMNS = 320;
    private static final int ROWS = 240;
    private static final int FRAMES = 40;
    private static final double FRAME_TIME = 22.5;
    private static final int SECTOR_SPATIAL_FORMAT = 1;
    private static final int TISSUE = 1;
    private static final int CENTIMETRES = 3;

    /** The phantom. */
    public UltrasoundCine() {}

    @Override
    public Stream<byte[]> instances(PhantomPatient patient, PhantomStudy study) {
        SeriesTemplate template = new SeriesTemplate(
                patient,
                study,
                new SeriesTemplate.Series(
                        UID.UltrasoundMultiFrameImageStorage,
                        "US",
                        1,
                        "Apical four chamber",
                        "Phantom Ultrasound",
                        "HEART"));
        return Stream.of(template).map(UltrasoundCine::image).map(SeriesTemplate::file);
    }

    private static Attributes image(SeriesTemplate template) {
        Attributes image = template.instance(1);
        image.setString(Tag.ImageType, VR.CS, "DERIVED", "PRIMARY");
        image.setString(Tag.LossyImageCompression, VR.CS, "00");
        image.setInt(Tag.NumberOfFrames, VR.IS, FRAMES);
        image.setInt(Tag.FrameIncrementPointer, VR.AT, Tag.FrameTime);
        image.setDouble(Tag.FrameTime, VR.DS, FRAME_TIME);
        image.setInt(Tag.CineRate, VR.IS, (int) Math.round(1000 / FRAME_TIME));
        image.setInt(Tag.RecommendedDisplayFrameRate, VR.IS, (int) Math.round(1000 / FRAME_TIME));
        image.setInt(Tag.StartTrim, VR.IS, 1);
        image.setInt(Tag.StopTrim, VR.IS, FRAMES);
        image.setInt(Tag.HeartRate, VR.IS, (int) Math.round(60_000 / (FRAMES * FRAME_TIME)));
        image.setNull(Tag.PatientOrientation, VR.CS);
        setRegion(image.newSequence(Tag.SequenceOfUltrasoundRegions, 1).newItem());
        PixelModule.set(image, ROWS, COLUMNS, 8, pixels(template));
        return image;
    }

    /** Where the sector lies and how large its pixels are. PS3.3 C.8.5.5. */
    private static void setRegion(Attributes region) {
        region.setInt(Tag.RegionSpatialFormat, VR.US, SECTOR_SPATIAL_FORMAT);
        region.setInt(Tag.RegionDataType, VR.US, TISSUE);
        region.setInt(Tag.RegionFlags, VR.UL, 2);
        region.setInt(Tag.RegionLocationMinX0, VR.UL, 0);
        region.setInt(Tag.RegionLocationMinY0, VR.UL, 0);
        region.setInt(Tag.RegionLocationMaxX1, VR.UL, COLUMNS - 1);
        region.setInt(Tag.RegionLocationMaxY1, VR.UL, EchoSector.BOTTOM);
        region.setInt(Tag.ReferencePixelX0, VR.SL, COLUMNS / 2);
        region.setInt(Tag.ReferencePixelY0, VR.SL, EchoSector.TOP);
        region.setInt(Tag.PhysicalUnitsXDirection, VR.US, CENTIMETRES);
        region.setInt(Tag.PhysicalUnitsYDirection, VR.US, CENTIMETRES);
        region.setDouble(Tag.PhysicalDeltaX, VR.FD, EchoSector.MM_PER_PIXEL / 10);
        region.setDouble(Tag.PhysicalDeltaY, VR.FD, EchoSector.MM_PER_PIXEL / 10);
    }

    private static byte[] pixels(SeriesTemplate template) {
        byte[] pixels = new byte[FRAMES * ROWS * COLUMNS];
        EchoSector sector = new EchoSector(COLUMNS, ROWS, template.seed("speckle"));
        for (int frame = 0; frame < FRAMES; frame++) {
            sector.draw((double) frame / FRAMES, pixels, frame * ROWS * COLUMNS);
        }
        return pixels;
    }
}

package org.aegle.dicom.phantom;

import java.util.Random;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;

/**
 * A frontal chest radiograph of 1024 by 1024 pixels, 12 bits, ready to be looked at. Digital X-Ray Image IOD, PS3.3
 * A.26.
 */
public final class ChestRadiograph implements Phantom {
    private static final int SIZE = 1024;
    private static final int BITS = 12;
    private static final double SPACING = 0.36;
    private static final double FULL_SCALE = 3450;
    private static final double BASE = 150;

    /** The phantom. */
    public ChestRadiograph() {}

    @Override
    public Stream<byte[]> instances(PhantomPatient patient, PhantomStudy study) {
        SeriesTemplate template = new SeriesTemplate(
                patient,
                study,
                new SeriesTemplate.Series(
                        UID.DigitalXRayImageStorageForPresentation, "DX", 1, "Chest PA", "Phantom DX", "CHEST"));
        return Stream.of(template).map(ChestRadiograph::image).map(SeriesTemplate::file);
    }

    private static Attributes image(SeriesTemplate template) {
        Attributes image = template.instance(1);
        image.setString(Tag.ImageType, VR.CS, "DERIVED", "PRIMARY");
        image.setString(Tag.PresentationIntentType, VR.CS, "FOR PRESENTATION");
        image.setString(Tag.ViewPosition, VR.CS, "PA");
        image.setNull(Tag.PositionerType, VR.CS);
        image.setNull(Tag.AcquisitionContextSequence, VR.SQ);
        image.setString(Tag.ImageLaterality, VR.CS, "U");
        image.setString(Tag.PatientOrientation, VR.CS, "L", "F");
        image.setString(Tag.KVP, VR.DS, "125");
        image.setDouble(Tag.ImagerPixelSpacing, VR.DS, SPACING, SPACING);
        image.setDouble(Tag.PixelSpacing, VR.DS, SPACING, SPACING);
        image.setString(Tag.DetectorType, VR.CS, "SCINTILLATOR");
        image.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
        image.setString(Tag.LossyImageCompression, VR.CS, "00");
        image.setString(Tag.PixelIntensityRelationship, VR.CS, "LOG");
        image.setInt(Tag.PixelIntensityRelationshipSign, VR.SS, -1);
        image.setString(Tag.RescaleIntercept, VR.DS, "0");
        image.setString(Tag.RescaleSlope, VR.DS, "1");
        image.setString(Tag.RescaleType, VR.LO, "US");
        image.setString(Tag.PresentationLUTShape, VR.CS, "IDENTITY");
        image.setString(Tag.WindowCenter, VR.DS, "1980");
        image.setString(Tag.WindowWidth, VR.DS, "3000");
        image.setString(Tag.DerivationDescription, VR.ST, "Drawn from shapes and noise");
        setCodes(image);
        PixelModule.set(image, SIZE, SIZE, BITS, pixels(template));
        return image;
    }

    private static void setCodes(Attributes image) {
        Sequence anatomy = image.newSequence(Tag.AnatomicRegionSequence, 1);
        setCode(anatomy.newItem(), "816094009", "Chest");
        Sequence view = image.newSequence(Tag.ViewCodeSequence, 1);
        setCode(view.newItem(), "399348003", "postero-anterior");
    }

    private static void setCode(Attributes item, String value, String meaning) {
        item.setString(Tag.CodeValue, VR.SH, value);
        item.setString(Tag.CodingSchemeDesignator, VR.SH, "SCT");
        item.setString(Tag.CodeMeaning, VR.LO, meaning);
    }

    /** Attenuations add up along the beam; the detector's grain is finer than the picture's blur. */
    private static byte[] pixels(SeriesTemplate template) {
        Radiograph sum = attenuation(template);
        sum.blur(1);
        byte[] pixels = new byte[SIZE * SIZE * 2];
        Random random = new Random(template.seed("grain"));
        for (int i = 0; i < SIZE * SIZE; i++) {
            double value = sum.values[i];
            double grain = (26 - 16 * Math.min(1, value)) * random.nextGaussian();
            PixelModule.put(pixels, i, BASE + FULL_SCALE * display(value) + grain, (1 << BITS) - 1);
        }
        return pixels;
    }

    private static Radiograph attenuation(SeriesTemplate template) {
        long seed = template.seed("thorax");
        ThoraxAnatomy thorax = new ThoraxAnatomy(seed);
        Radiograph sum = new Radiograph(SIZE, SIZE);
        sum.add((x, y) -> thorax.body(x, y) - thorax.lungs(x, y) + thorax.abdomen(x, y));
        sum.blur(3);
        sum.add((x, y) -> thorax.mediastinum(x, y) + thorax.trachea(x, y));
        sum.blur(2);
        sum.add(thorax::spine);
        sum.blur(1);
        Radiograph vessels = new LungVessels(SIZE, SIZE, seed + 1).draw();
        vessels.blur(1);
        sum.add(vessels, 1);
        Radiograph bones = new ThoraxBones(SIZE, SIZE).draw();
        bones.blur(1);
        sum.add(bones, 0.8);
        return sum;
    }

    /** A film's curve: flat toward both ends. */
    private static double display(double attenuation) {
        double t = Math.max(0, attenuation) / 0.92;
        return t / Math.pow(1 + Math.pow(t, 5), 0.2);
    }
}

package org.aegle.dicom.phantom;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;

/** A T2 weighted MR of the same head as {@link SheppLoganHead}: 24 axial sections. MR Image IOD, PS3.3 A.4. */
public final class BrainMr implements Phantom {
    private static final AxialSections SECTIONS = new AxialSections(256, 24, 220, -50, 6, 5);
    private static final int BITS = 12;
    private static final double NOISE = 9;

    /** The phantom. */
    public BrainMr() {}

    @Override
    public Stream<byte[]> instances(PhantomPatient patient, PhantomStudy study) {
        SeriesTemplate template = new SeriesTemplate(
                patient,
                study,
                new SeriesTemplate.Series(UID.MRImageStorage, "MR", 3, "T2 TSE axial", "Phantom MR", "BRAIN"));
        HeadAnatomy head = new HeadAnatomy(DerivedUids.seed(study.studyInstanceUid(), "head"), tissue -> tissue.t2);
        return IntStream.range(0, SECTIONS.count())
                .mapToObj(section -> SeriesTemplate.file(image(template, head, section)));
    }

    private static Attributes image(SeriesTemplate template, HeadAnatomy head, int section) {
        Attributes image = template.instance(section + 1);
        image.setString(Tag.ImageType, VR.CS, "DERIVED", "PRIMARY", "OTHER");
        SECTIONS.setPlane(image, section, template.frameOfReferenceUid());
        image.setString(Tag.ScanningSequence, VR.CS, "SE");
        image.setString(Tag.SequenceVariant, VR.CS, "SK");
        image.setNull(Tag.ScanOptions, VR.CS);
        image.setString(Tag.MRAcquisitionType, VR.CS, "2D");
        image.setString(Tag.RepetitionTime, VR.DS, "4500");
        image.setString(Tag.EchoTime, VR.DS, "98");
        image.setString(Tag.EchoTrainLength, VR.IS, "15");
        image.setString(Tag.MagneticFieldStrength, VR.DS, "1.5");
        image.setString(Tag.FlipAngle, VR.DS, "150");
        image.setString(Tag.WindowCenter, VR.DS, "420");
        image.setString(Tag.WindowWidth, VR.DS, "880");
        PixelModule.set(image, SECTIONS.matrix(), SECTIONS.matrix(), BITS, pixels(template, head, section));
        return image;
    }

    /** Noise of a magnitude: that of two channels, never below zero. A coil's brightness falls off slowly. */
    private static byte[] pixels(SeriesTemplate template, HeadAnatomy head, int section) {
        int matrix = SECTIONS.matrix();
        byte[] pixels = new byte[matrix * matrix * 2];
        Random random = new Random(template.seed("noise/" + section));
        double z = SECTIONS.z(section);
        for (int row = 0, index = 0; row < matrix; row++) {
            double y = SECTIONS.first() + row * SECTIONS.pixelSpacing();
            for (int column = 0; column < matrix; column++, index++) {
                double x = SECTIONS.first() + column * SECTIONS.pixelSpacing();
                double coil = 1.04 - 0.10 * (y + 20) / 110 - 0.06 * x / 110;
                double signal = head.at(x, y, z) * coil + NOISE * random.nextGaussian();
                double quadrature = NOISE * random.nextGaussian();
                PixelModule.put(pixels, index, Math.hypot(signal, quadrature), (1 << BITS) - 1);
            }
        }
        return pixels;
    }
}

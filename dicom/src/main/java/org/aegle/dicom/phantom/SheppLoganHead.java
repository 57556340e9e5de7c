package org.aegle.dicom.phantom;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;

/**
 * A CT of the head: axial sections of ellipsoids in the manner of Shepp and Logan, in Hounsfield units, with brain and
 * bone windows. CT Image IOD, PS3.3 A.3.
 */
public final class SheppLoganHead implements Phantom {
    private static final int BITS = 12;
    private static final int INTERCEPT = -1024;
    /** Standard deviation of the noise in Hounsfield units. */
    private static final double NOISE = 3.6;

    private final AxialSections sections;

    /** 64 sections of 256 by 256 pixels. */
    public SheppLoganHead() {
        this(256, 64);
    }

    /**
     * A head of any resolution.
     *
     * @param matrix rows and columns, 512 as scanners give
     * @param count number of sections, from the orbits to the crown
     */
    public SheppLoganHead(int matrix, int count) {
        double spacing = 144.0 / count;
        this.sections = new AxialSections(matrix, count, 230, -56, spacing, spacing);
    }

    @Override
    public Stream<byte[]> instances(PhantomPatient patient, PhantomStudy study) {
        SeriesTemplate template = new SeriesTemplate(
                patient,
                study,
                new SeriesTemplate.Series(UID.CTImageStorage, "CT", 2, "Head axial, brain", "Phantom CT", "HEAD"));
        HeadAnatomy head =
                new HeadAnatomy(DerivedUids.seed(study.studyInstanceUid(), "head"), tissue -> tissue.hounsfield);
        return IntStream.range(0, sections.count())
                .mapToObj(section -> SeriesTemplate.file(image(template, head, section)));
    }

    private Attributes image(SeriesTemplate template, HeadAnatomy head, int section) {
        Attributes image = template.instance(section + 1);
        image.setString(Tag.ImageType, VR.CS, "DERIVED", "PRIMARY", "AXIAL");
        sections.setPlane(image, section, template.frameOfReferenceUid());
        image.setString(Tag.KVP, VR.DS, "120");
        image.setString(Tag.XRayTubeCurrent, VR.IS, "280");
        image.setString(Tag.ExposureTime, VR.IS, "1000");
        image.setString(Tag.ConvolutionKernel, VR.SH, "H31");
        image.setString(Tag.GantryDetectorTilt, VR.DS, "0");
        image.setInt(Tag.AcquisitionNumber, VR.IS, 1);
        image.setString(Tag.RescaleIntercept, VR.DS, Integer.toString(INTERCEPT));
        image.setString(Tag.RescaleSlope, VR.DS, "1");
        image.setString(Tag.RescaleType, VR.LO, "HU");
        image.setString(Tag.WindowCenter, VR.DS, "40", "600");
        image.setString(Tag.WindowWidth, VR.DS, "90", "2800");
        image.setString(Tag.WindowCenterWidthExplanation, VR.LO, "BRAIN", "BONE");
        PixelModule.set(image, sections.matrix(), sections.matrix(), BITS, pixels(template, head, section));
        return image;
    }

    private byte[] pixels(SeriesTemplate template, HeadAnatomy head, int section) {
        int matrix = sections.matrix();
        byte[] pixels = new byte[matrix * matrix * 2];
        Random random = new Random(template.seed("noise/" + section));
        double z = sections.z(section);
        for (int row = 0, index = 0; row < matrix; row++) {
            double y = sections.first() + row * sections.pixelSpacing();
            for (int column = 0; column < matrix; column++, index++) {
                double x = sections.first() + column * sections.pixelSpacing();
                double hounsfield = head.at(x, y, z) + NOISE * random.nextGaussian();
                PixelModule.put(pixels, index, hounsfield - INTERCEPT, (1 << BITS) - 1);
            }
        }
        return pixels;
    }
}

package org.aegle.dicom.composition;

import java.util.Set;
import org.aegle.dicom.composition.CompositionException.Reason;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.image.codec.CodedImage;

/**
 * The Image Pixel module of an image whose codestream tells the same: what the metadata leaves out is filled in, what it
 * tells otherwise is a contradiction. For one object. PS3.3 C.7.6.3, C.7.6.1.1.5; PS3.18 10.5.2.
 */
final class ImageModule {
    private static final int COLOURS = 3;
    private static final Set<String> SINGLE = Set.of("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR");

    /** What a codestream without a transform of its own may hold; writers take subsampled for not subsampled. */
    private static final Set<String> UNTRANSFORMED = Set.of("RGB", "YBR_FULL", "YBR_FULL_422");

    private final Attributes image;

    ImageModule(Attributes image) {
        this.image = image;
    }

    void describe(CodedImage coded) throws CompositionException {
        agree(Tag.Rows, coded.rows());
        agree(Tag.Columns, coded.columns());
        agree(Tag.SamplesPerPixel, coded.samples());
        describePhotometric(coded.photometric(), coded.samples());
        describeBits(coded);
        if (coded.samples() == COLOURS) {
            fill(Tag.PlanarConfiguration, 0);
        }
    }

    /** @param bytes of all codestreams together, for the ratio */
    void describeLoss(CodedImage coded, int frames, long bytes) throws CompositionException {
        if (!coded.isLossy()) {
            fill(Tag.LossyImageCompression, "00");
            return;
        }
        double plain =
                (double) coded.rows() * coded.columns() * coded.samples() * ((coded.precision() + 7) / 8) * frames;
        describeLoss(coded.lossyMethod());
        if (!image.containsValue(Tag.LossyImageCompressionRatio)) {
            image.setDouble(Tag.LossyImageCompressionRatio, VR.DS, Math.round(100 * plain / bytes) / 100d);
        }
    }

    void describeLoss(String method) throws CompositionException {
        if (image.getString(Tag.LossyImageCompression, "01").equals("00")) {
            throw new CompositionException(
                    Reason.CONTRADICTION, "LossyImageCompression is 00, but the bulk data is compressed with loss");
        }
        fill(Tag.LossyImageCompression, "01");
        fill(Tag.LossyImageCompressionMethod, method);
    }

    private void describeBits(CodedImage coded) throws CompositionException {
        int precision = coded.precision();
        int stored = image.getInt(Tag.BitsStored, precision);
        int allocated = image.getInt(Tag.BitsAllocated, precision <= 8 ? 8 : precision <= 16 ? 16 : 32);
        // Some encoders code twelve bits as if they were sixteen; never the other way round.
        if (stored > precision || coded.isLossy() && stored != precision) {
            throw contradiction(Tag.BitsStored, stored, precision);
        }
        if (allocated < precision || allocated % 8 != 0) {
            throw contradiction(Tag.BitsAllocated, allocated, precision);
        }
        fill(Tag.BitsAllocated, allocated);
        fill(Tag.BitsStored, stored);
        fill(Tag.HighBit, stored - 1);
        if (coded.signed()) {
            agree(Tag.PixelRepresentation, 1);
        }
        fill(Tag.PixelRepresentation, 0);
    }

    private void describePhotometric(String coded, int samples) throws CompositionException {
        String told = image.getString(Tag.PhotometricInterpretation, coded);
        boolean fits = samples == 1
                ? SINGLE.contains(told)
                : told.equals(coded) || told.startsWith("YBR_FULL") && UNTRANSFORMED.contains(coded);
        if (!fits) {
            throw new CompositionException(
                    Reason.CONTRADICTION,
                    "PhotometricInterpretation is " + told + ", but " + coded + " in the bulk data");
        }
        fill(Tag.PhotometricInterpretation, told);
    }

    void agree(int tag, int coded) throws CompositionException {
        int told = image.getInt(tag, coded);
        if (told != coded) {
            throw contradiction(tag, told, coded);
        }
        fill(tag, coded);
    }

    void fill(int tag, int value) {
        if (!image.containsValue(tag)) {
            image.setInt(tag, ElementDictionary.standard().vr(tag), value);
        }
    }

    void fill(int tag, String value) {
        if (!image.containsValue(tag)) {
            image.setString(tag, ElementDictionary.standard().vr(tag), value);
        }
    }

    private static CompositionException contradiction(int tag, int told, int coded) {
        return new CompositionException(
                Reason.CONTRADICTION,
                ElementDictionary.standard().findKeyword(tag).orElse("") + " is " + told + ", but " + coded
                        + " in the bulk data");
    }
}

package org.aegle.dicom.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.TransferSyntax;

/** An image made for a test: its attributes and its native samples. */
final class SyntheticImage {
    private static final TransferSyntax NATIVE = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    private final Attributes attributes = new Attributes();
    private final byte[] samples;

    private SyntheticImage(int columns, int samplesPerPixel, String photometric, int bits, byte[] samples) {
        int allocated = bits > 8 ? 16 : 8;
        int row = columns * samplesPerPixel * allocated / 8;
        this.samples = samples;
        attributes.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        attributes.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1");
        attributes.setInt(Tag.SamplesPerPixel, VR.US, samplesPerPixel);
        attributes.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
        attributes.setInt(Tag.Rows, VR.US, samples.length / row);
        attributes.setInt(Tag.Columns, VR.US, columns);
        attributes.setInt(Tag.BitsAllocated, VR.US, allocated);
        attributes.setInt(Tag.BitsStored, VR.US, bits);
        attributes.setInt(Tag.HighBit, VR.US, bits - 1);
        attributes.setInt(Tag.PixelRepresentation, VR.US, 0);
    }

    /** Gray samples of a byte up to eight bits, else of a word. */
    static SyntheticImage gray(int columns, int bits, int... values) {
        return new SyntheticImage(columns, 1, "MONOCHROME2", bits, bits > 8 ? words(values) : bytes(values));
    }

    /** Indexes of a palette. */
    static SyntheticImage palette(int columns, int bits, int... values) {
        return gray(columns, bits, values).with(Tag.PhotometricInterpretation, VR.CS, "PALETTE COLOR");
    }

    /** Colours, sample by sample. */
    static SyntheticImage colour(int columns, String photometric, int bits, int... values) {
        SyntheticImage image =
                new SyntheticImage(columns, 3, photometric, bits, bits > 8 ? words(values) : bytes(values));
        return image.with(Tag.PlanarConfiguration, VR.US, "0");
    }

    static byte[] words(int... values) {
        byte[] bytes = new byte[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** The same with an attribute. */
    SyntheticImage with(int tag, VR vr, String... values) {
        attributes.setString(tag, vr, values);
        return this;
    }

    /** The same with a value of bytes. */
    SyntheticImage with(int tag, VR vr, byte[] value) {
        attributes.setBytes(tag, vr, value);
        return this;
    }

    /** The same with one more item in a sequence. */
    SyntheticImage withItem(int sequence, Consumer<Attributes> item) {
        if (!attributes.contains(sequence)) {
            attributes.newSequence(sequence, 1);
        }
        item.accept(attributes.getSequence(sequence).newItem());
        return this;
    }

    /** The same with samples in two's complement. */
    SyntheticImage signed() {
        return with(Tag.PixelRepresentation, VR.US, "1");
    }

    /** The same with a window. */
    SyntheticImage window(String center, String width, String function) {
        return with(Tag.WindowCenter, VR.DS, center)
                .with(Tag.WindowWidth, VR.DS, width)
                .with(Tag.VOILUTFunction, VR.CS, function);
    }

    /** A table for {@link #withItem}. */
    static Consumer<Attributes> table(VR vr, int first, int bits, int... entries) {
        return item -> {
            item.setInt(Tag.LUTDescriptor, vr, entries.length & 0xFFFF, first, bits);
            item.setBytes(Tag.LUTData, VR.OW, words(entries));
        };
    }

    Attributes attributes() {
        return attributes;
    }

    RenderedFrame render(RenderRequest request) throws FrameException {
        return new FrameRenderer().render(attributes, NATIVE, samples, request);
    }

    /** Samples of the picture. */
    int[] shown(RenderRequest request) throws FrameException {
        BufferedImage picture = render(request).picture();
        return picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);
    }

    /** Samples of the picture as the image tells. */
    int[] shown() throws FrameException {
        return shown(RenderRequest.DEFAULT);
    }

    /** A Part 10 file. */
    byte[] file() throws IOException {
        Attributes whole = new Attributes(attributes);
        byte[] even = samples.length % 2 == 0 ? samples : Arrays.copyOf(samples, samples.length + 1);
        whole.setBytes(Tag.PixelData, attributes.getInt(Tag.BitsAllocated, 0) > 8 ? VR.OW : VR.OB, even);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(SequenceLength.EXPLICIT, value -> {
                    throw new IOException("no references");
                })
                .write(FileMetaInformation.of(whole, NATIVE), whole, out);
        return out.toByteArray();
    }
}

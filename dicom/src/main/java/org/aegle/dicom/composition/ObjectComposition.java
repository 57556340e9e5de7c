package org.aegle.dicom.composition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aegle.dicom.composition.CompositionException.Reason;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.codec.CodedImage;
import org.aegle.dicom.io.TransferSyntax;

/**
 * Makes an object of metadata and the bulk data that it refers to. Codestreams become pixel data in their own transfer
 * syntax, a PDF an encapsulated document, an MP4 file a video; octets are values as they are. Image attributes are filled
 * in from the codestreams or must agree with them. For one use. PS3.18 8.7.3, 10.5.2.
 */
public final class ObjectComposition {
    /** A value within an item is held in memory. */
    private static final long LONGEST_IN_ITEM = 16L << 20;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    /** A PDF may have some bytes before its header. ISO 32000-1 Annex H.3. */
    private static final int PDF_LEAD = 1024;

    private final Attributes dataset;
    private final Map<String, List<BulkPart>> parts;
    private final Map<Integer, LargeElement> large = new HashMap<>();
    private final Set<Adjustment> adjustments = EnumSet.noneOf(Adjustment.class);
    private TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    /**
     * @param metadata the data set, which is changed
     * @param parts for each URI of its bulk data the parts: as many as frames for codestreams, else one
     */
    public ObjectComposition(Attributes metadata, Map<String, List<BulkPart>> parts) {
        this.dataset = metadata;
        this.parts = Map.copyOf(parts);
    }

    /** The URIs of all bulk data that a data set refers to, each with the number of frames where it is pixel data. */
    public static Map<String, Integer> references(Attributes metadata) {
        Map<String, Integer> references = new HashMap<>();
        collect(metadata, references);
        if (metadata.getValue(Tag.PixelData) instanceof BulkDataReference pixels) {
            references.put(pixels.uri(), Math.max(1, metadata.getInt(Tag.NumberOfFrames, 1)));
        }
        return references;
    }

    /** How many parts make a value, by the first of them. */
    public static int partsOf(BulkPart first, int frames) {
        try {
            return MediaTypes.of(first).isFrame() ? frames : 1;
        } catch (CompositionException unsupported) {
            // One is enough to be refused for.
            return 1;
        }
    }

    /**
     * Makes the object.
     *
     * @throws CompositionException when metadata and bulk data make none
     * @throws IOException when bulk data cannot be read
     */
    public ComposedObject compose() throws CompositionException, IOException {
        discardFileElements();
        if (!dataset.containsValue(Tag.SpecificCharacterSet)) {
            dataset.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        }
        for (int tag : dataset.tags()) {
            if (dataset.getValue(tag) instanceof BulkDataReference reference) {
                place(tag, reference);
            } else if (dataset.getValue(tag) instanceof Sequence items) {
                for (Attributes item : items) {
                    resolve(item);
                }
            }
        }
        for (int tag : large.keySet()) {
            dataset.remove(tag);
        }
        return new ComposedObject(dataset, syntax, large, adjustments);
    }

    private static void collect(Attributes set, Map<String, Integer> references) {
        for (int tag : set.tags()) {
            if (set.getValue(tag) instanceof BulkDataReference reference) {
                references.put(reference.uri(), 1);
            } else if (set.getValue(tag) instanceof Sequence items) {
                items.forEach(item -> collect(item, references));
            }
        }
    }

    /** Group 0002 belongs to a file, which the metadata is none of; group lengths are retired. */
    private void discardFileElements() {
        for (int tag : dataset.tags()) {
            if (tag >>> 16 == 0x0002 || (tag & 0xFFFF) == 0) {
                dataset.remove(tag);
                adjustments.add(Adjustment.DISCARDED);
            }
        }
    }

    private void place(int tag, BulkDataReference reference) throws CompositionException, IOException {
        List<BulkPart> values = parts.get(reference.uri());
        BulkPart first = values.get(0);
        MediaTypes type = MediaTypes.of(first);
        boolean pixels = tag == Tag.PixelData;
        boolean document = tag == Tag.EncapsulatedDocument;
        if (type == MediaTypes.OCTETS) {
            placeOctets(tag, reference.vr(), first.value());
        } else if (pixels && type.isFrame()) {
            placeFrames(type, values);
        } else if (pixels && type == MediaTypes.MP4) {
            placeVideo(first);
        } else if (document && type == MediaTypes.PDF) {
            placePdf(first);
        } else {
            throw new CompositionException(
                    Reason.CONTRADICTION, "bulk data of type " + first.mediaType() + " is no value of its element");
        }
    }

    private void placeOctets(int tag, VR vr, BulkValue value) throws CompositionException {
        if (value.length() > LargeElement.LONGEST_VALUE) {
            throw new CompositionException(Reason.TOO_LONG, "a value of " + value.length() + " bytes");
        }
        VR told = vr.isBytes() ? vr : VR.UN;
        if (tag == Tag.PixelData) {
            requirePixelLength(value.length());
        }
        if (tag == Tag.EncapsulatedDocument) {
            dataset.setLong(Tag.EncapsulatedDocumentLength, VR.UL, value.length());
        }
        large.put(tag, LargeElement.plain(told, value));
    }

    /** PS3.5 8.1.1: the samples of all frames, and one byte to an even number of them. */
    private void requirePixelLength(long length) throws CompositionException {
        long rows = dataset.getInt(Tag.Rows, 0);
        long bits = rows
                * dataset.getInt(Tag.Columns, 0)
                * dataset.getInt(Tag.SamplesPerPixel, 1)
                * dataset.getInt(Tag.BitsAllocated, 0)
                * Math.max(1, dataset.getInt(Tag.NumberOfFrames, 1));
        boolean subsampled =
                dataset.getString(Tag.PhotometricInterpretation, "").endsWith("_422");
        long bytes = ((subsampled ? bits / 3 * 2 : bits) + 7) / 8;
        if (bytes == 0 || length != bytes && length != bytes + (bytes & 1)) {
            throw new CompositionException(
                    Reason.CONTRADICTION, "pixel data has " + length + " bytes, but " + bytes + " by its attributes");
        }
    }

    private void placeFrames(MediaTypes type, List<BulkPart> values) throws CompositionException, IOException {
        List<LargeElement.Piece> frames = new ArrayList<>();
        long bytes = 0;
        CodedImage image = null;
        for (BulkPart part : values) {
            CodedFrame frame = CodedFrame.of(MediaTypes.of(part), part.value());
            if (image != null && !image.equals(frame.image()) || MediaTypes.of(part) != type) {
                throw new CompositionException(Reason.CONTRADICTION, "the frames are not of one kind");
            }
            image = frame.image();
            syntax = syntax(part, image);
            frames.add(new LargeElement.Piece(frame.value(), frame.offset(), frame.length()));
            bytes += frame.length();
        }
        ImageModule module = new ImageModule(dataset);
        module.describe(image);
        module.describeLoss(image, values.size(), bytes);
        large.put(Tag.PixelData, LargeElement.frames(frames));
        new ObjectClass(dataset, adjustments).image(image, values.size());
    }

    /** The one that the part tells, if its codestream may stand in it; else the one that fits. */
    private static TransferSyntax syntax(BulkPart part, CodedImage image) throws CompositionException {
        String told = part.transferSyntaxUid();
        if (!told.isEmpty() && !image.transferSyntaxUids().contains(told)) {
            throw new CompositionException(
                    Reason.CONTRADICTION,
                    "transfer syntax " + told + ", but the codestream is of "
                            + image.transferSyntaxUids().get(0));
        }
        return TransferSyntax.find(told.isEmpty() ? image.transferSyntaxUids().get(0) : told)
                .orElseThrow();
    }

    private void placeVideo(BulkPart part) throws CompositionException, IOException {
        Mp4Video video;
        try {
            video = Mp4Video.of(part.value());
        } catch (IndexOutOfBoundsException e) {
            throw new CompositionException(Reason.MALFORMED, "MP4: a box ends early");
        }
        syntax = VideoModule.transferSyntax(video, LargeElement.needsFragments(part.value()));
        if (!part.transferSyntaxUid().isEmpty() && !part.transferSyntaxUid().equals(syntax.uid())) {
            throw new CompositionException(
                    Reason.CONTRADICTION,
                    "transfer syntax " + part.transferSyntaxUid() + ", but the video is of " + syntax.uid());
        }
        VideoModule.describe(video, dataset);
        large.put(Tag.PixelData, LargeElement.video(part.value()));
        new ObjectClass(dataset, adjustments).video();
    }

    private void placePdf(BulkPart part) throws CompositionException, IOException {
        if (indexOf(part.value().start(PDF_LEAD), PDF) < 0) {
            throw new CompositionException(Reason.MALFORMED, "the document is no PDF");
        }
        if (part.value().length() > LargeElement.LONGEST_VALUE) {
            throw new CompositionException(
                    Reason.TOO_LONG, "a document of " + part.value().length() + " bytes");
        }
        String told = dataset.getString(Tag.MIMETypeOfEncapsulatedDocument, part.mediaType());
        if (!told.equals(part.mediaType())) {
            throw new CompositionException(
                    Reason.CONTRADICTION, "MIMETypeOfEncapsulatedDocument is " + told + ", but it is a PDF");
        }
        dataset.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, told);
        dataset.setLong(Tag.EncapsulatedDocumentLength, VR.UL, part.value().length());
        large.put(Tag.EncapsulatedDocument, LargeElement.plain(VR.OB, part.value()));
        new ObjectClass(dataset, adjustments).pdf();
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i + what.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    private void resolve(Attributes item) throws CompositionException, IOException {
        for (int tag : item.tags()) {
            if (item.getValue(tag) instanceof BulkDataReference reference) {
                BulkPart part = parts.get(reference.uri()).get(0);
                if (part.value().length() > LONGEST_IN_ITEM) {
                    throw new CompositionException(Reason.TOO_LONG, "a value within an item is too long");
                }
                VR vr = reference.vr().isBytes() ? reference.vr() : VR.UN;
                item.setBytes(tag, vr, part.value().start((int) LONGEST_IN_ITEM));
            } else if (item.getValue(tag) instanceof Sequence items) {
                for (Attributes one : items) {
                    resolve(one);
                }
            }
        }
    }
}

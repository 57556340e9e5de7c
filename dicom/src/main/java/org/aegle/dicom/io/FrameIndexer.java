package org.aegle.dicom.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.PixelDataLayout.EncapsulatedPixelData;
import org.aegle.dicom.io.PixelDataLayout.NativePixelData;

/** Makes the frame index of an object that was read. One use. PS3.5 8 and A.4. */
final class FrameIndexer {
    /** Two chroma samples for two pixels: Y1 Y2 CB CR. PS3.3 C.7.6.3.1.2. */
    private static final Set<String> HALF_CHROMA = Set.of("YBR_FULL_422", "YBR_PARTIAL_422");

    private final DicomObject object;
    private final Attributes dataset;
    private final List<Finding> findings = new ArrayList<>();

    FrameIndexer(DicomObject object) {
        this.object = object;
        this.dataset = object.dataset();
    }

    FrameIndex index() {
        PixelDataLayout layout = object.findPixelDataLayout().orElse(null);
        if (layout instanceof NativePixelData pixels) {
            return nativeFrames(pixels);
        }
        if (layout instanceof EncapsulatedPixelData pixels) {
            return encapsulatedFrames(pixels);
        }
        return none();
    }

    private long numberOfFrames() {
        long number = dataset.getLong(Tag.NumberOfFrames, 1);
        return Math.max(1, number);
    }

    private FrameIndex nativeFrames(NativePixelData pixels) {
        long frames = numberOfFrames();
        long bits = bitsOfFrame(pixels.tag());
        if (bits == 0) {
            find(pixels.offset(), "PS3.3 C.7.6.3", "rows, columns, samples or bits are missing");
            return none();
        }
        boolean words = isInBigEndianWords(pixels.tag());
        int wordLength = words ? Short.BYTES : 1;
        if (frames > 1 && bits % (wordLength * Byte.SIZE) != 0) {
            return packedFrames(pixels, bits, wordLength);
        }
        long length = (bits + 7) / 8;
        if (words && length % 2 != 0 && pixels.length() > length) {
            length++;
        }
        long there = pixels.length() / length;
        findWrongLength(pixels, there, frames * length);
        int count = (int) Math.min(Math.min(frames, there), Integer.MAX_VALUE);
        return new FrameIndex(new EqualFrames(new ByteRange(pixels.offset(), length), count), findings);
    }

    private FrameIndex packedFrames(NativePixelData pixels, long bits, int wordLength) {
        long there = pixels.length() * Byte.SIZE / bits;
        long count = Math.min(Math.min(numberOfFrames(), there), Integer.MAX_VALUE);
        findWrongLength(pixels, there, (count * bits + 7) / 8);
        return new FrameIndex(new PackedFrames(pixels.offset(), bits, (int) count, wordLength), findings);
    }

    /** One byte more than the frames need is the padding. */
    private void findWrongLength(NativePixelData pixels, long framesThere, long lengthOfFrames) {
        boolean tooShort = framesThere < numberOfFrames();
        if (tooShort || pixels.length() - lengthOfFrames > 1) {
            String message = tooShort ? "pixel data is too short" : "pixel data is too long";
            find(pixels.offset(), "PS3.3 C.7.6.3", message);
        }
    }

    /** The last byte of an odd number then stands behind the pad byte. PS3.5 7.3. */
    private boolean isInBigEndianWords(int tag) {
        return object.transferSyntax().bigEndian() && dataset.getVR(tag) == VR.OW;
    }

    private FrameIndex none() {
        return new FrameIndex(EqualFrames.NONE, findings);
    }

    private long bitsOfFrame(int tag) {
        long pixels = (long) unsignedShort(Tag.Rows) * unsignedShort(Tag.Columns);
        if (tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData) {
            return pixels * (tag == Tag.FloatPixelData ? Float.SIZE : Double.SIZE);
        }
        long samples = unsignedShort(Tag.SamplesPerPixel);
        boolean halfChroma = HALF_CHROMA.contains(dataset.getString(Tag.PhotometricInterpretation));
        long samplesOfTwoPixels = samples == 3 && halfChroma ? 4 : samples * 2;
        // 2^32 pixels of 2^17 samples of 2^16 bits do not fit: then there is surely less pixel data than that.
        try {
            return Math.multiplyExact(Math.multiplyExact(pixels, samplesOfTwoPixels), unsignedShort(Tag.BitsAllocated))
                    / 2;
        } catch (ArithmeticException e) {
            return 0;
        }
    }

    private int unsignedShort(int tag) {
        return dataset.getInt(tag, 0) & 0xFFFF;
    }

    private FrameIndex encapsulatedFrames(EncapsulatedPixelData pixels) {
        if (object.transferSyntax().isVideo()) {
            return new FrameIndex(
                    new ListedFrames(
                            List.of(ranges(pixels, 0, pixels.fragments().size()))),
                    findings);
        }
        FragmentGroups groups = new FragmentGroups(pixels, dataset, numberOfFrames());
        List<List<ByteRange>> frames = groups.frames();
        if (frames.size() != numberOfFrames()) {
            long offset =
                    pixels.fragments().isEmpty() ? 0 : pixels.fragments().get(0).offset();
            find(offset, "PS3.5 A.4", "fragments do not make up the number of frames");
        }
        return new FrameIndex(new ListedFrames(frames), findings);
    }

    static List<ByteRange> ranges(EncapsulatedPixelData pixels, int from, int to) {
        return pixels.fragments().subList(from, to).stream()
                .map(fragment -> new ByteRange(fragment.offset(), fragment.length()))
                .toList();
    }

    private void find(long offset, String clause, String message) {
        findings.add(new Finding(offset, Tag.PixelData, clause, message));
    }
}

package org.aegle.dicom.composition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;

/**
 * An object ready to be read as a Part 10 file. Its large values are opened one after the other while it is read. PS3.10
 * 7, PS3.5 7.1.2, A.4.
 */
public final class ComposedObject {
    private static final int UNDEFINED = 0xFFFF_FFFF;

    private final Attributes dataset;
    private final TransferSyntax syntax;
    private final TreeMap<Integer, LargeElement> large = new TreeMap<>(Integer::compareUnsigned);
    private final Set<Adjustment> adjustments;

    /**
     * @param dataset all other elements; in memory
     * @param syntax an explicit VR, little endian, not deflated
     */
    ComposedObject(
            Attributes dataset, TransferSyntax syntax, Map<Integer, LargeElement> large, Set<Adjustment> adjustments) {
        this.dataset = dataset;
        this.syntax = syntax;
        this.large.putAll(large);
        this.adjustments = Set.copyOf(adjustments);
    }

    /** Its elements but for the large ones. */
    public Attributes dataset() {
        return dataset;
    }

    public TransferSyntax transferSyntax() {
        return syntax;
    }

    /** What was changed of the metadata beyond what its bulk data tells. */
    public Set<Adjustment> adjustments() {
        return adjustments;
    }

    /** The file from its first byte to its last. Closing it closes the value that is being read. */
    public InputStream open() throws IOException {
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        new DicomWriter().writeFileMetaInformation(FileMetaInformation.of(dataset, syntax), meta);
        List<LargeElement.Piece> pieces = new ArrayList<>();
        pieces.add(piece(meta.toByteArray()));
        int from = 0;
        for (Map.Entry<Integer, LargeElement> element : large.entrySet()) {
            int first = from;
            int end = element.getKey();
            pieces.add(piece(elements(tag -> isFrom(tag, first) && !isFrom(tag, end))));
            add(end, element.getValue(), pieces);
            from = end;
        }
        int rest = from;
        pieces.add(piece(elements(tag -> isFrom(tag, rest))));
        return new PieceStream(pieces.iterator());
    }

    private static boolean isFrom(int tag, int first) {
        return Integer.compareUnsigned(tag, first) >= 0;
    }

    /** Some of the elements as they stand in the file: their text needs the character set, which is written once. */
    private byte[] elements(IntPredicate wanted) throws IOException {
        int leading = wanted.test(Tag.SpecificCharacterSet)
                ? 0
                : encoded(dataset.filtered(tag -> tag == Tag.SpecificCharacterSet)).length;
        byte[] bytes = encoded(dataset.filtered(tag -> tag == Tag.SpecificCharacterSet || wanted.test(tag)));
        return Arrays.copyOfRange(bytes, leading, bytes.length);
    }

    private static byte[] encoded(Attributes elements) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DicomWriter().writeDataset(elements, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, bytes);
        return bytes.toByteArray();
    }

    private static void add(int tag, LargeElement element, List<LargeElement.Piece> pieces) {
        if (!element.encapsulated()) {
            LargeElement.Piece value = element.pieces().get(0);
            pieces.add(piece(header(tag, element, (int) even(value.length()))));
            addPadded(value, element.vr().paddingByte(), pieces);
            return;
        }
        pieces.add(piece(header(tag, element, UNDEFINED)));
        pieces.add(piece(item(Tag.Item, 0)));
        for (LargeElement.Piece fragment : element.pieces()) {
            pieces.add(piece(item(Tag.Item, (int) even(fragment.length()))));
            addPadded(fragment, (byte) 0, pieces);
        }
        pieces.add(piece(item(Tag.SequenceDelimitationItem, 0)));
    }

    private static void addPadded(LargeElement.Piece value, byte padding, List<LargeElement.Piece> pieces) {
        pieces.add(value);
        if (value.length() % 2 != 0) {
            pieces.add(piece(new byte[] {padding}));
        }
    }

    private static long even(long length) {
        return length + (length & 1);
    }

    private static byte[] header(int tag, LargeElement element, int length) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag)
                .put(element.vr().name().getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0)
                .putInt(length)
                .array();
    }

    private static byte[] item(int tag, int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag)
                .putInt(length)
                .array();
    }

    private static LargeElement.Piece piece(byte[] bytes) {
        return LargeElement.Piece.of(BulkValue.of(bytes));
    }
}

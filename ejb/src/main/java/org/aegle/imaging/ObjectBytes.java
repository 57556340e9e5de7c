package org.aegle.imaging;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.refusal.NotFound;
import org.aegle.storage.BlobVault;

/** The bytes of objects that {@link Retrieval} let through. No transaction waits for a client that reads slowly. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class ObjectBytes {
    private static final int PREAMBLE = 128;
    private static final int LARGEST_HELD = 2 << 20;

    private final DicomReader reader = new DicomReader();

    @Inject
    private BlobVault vault;

    /**
     * The object as it was received but for its preamble, which is nobody's data and may hold a program: zeros. One that
     * was corrected comes with the right attributes.
     */
    public InputStream open(RetrievableInstance instance) throws IOException {
        if (!instance.isAsStored()) {
            return corrected(instance).file();
        } else if (isHeld(instance)) {
            return new ByteArrayInputStream(whole(instance));
        }
        InputStream object = vault.read(instance.blob());
        byte[] start = object.readNBytes(PREAMBLE);
        Arrays.fill(start, (byte) 0);
        return new java.io.SequenceInputStream(new ByteArrayInputStream(start), object);
    }

    /** Whether it can be had {@link #whole}. */
    public boolean isHeld(RetrievableInstance instance) {
        return instance.isAsStored() && instance.blob().length() <= LARGEST_HELD;
    }

    /** All bytes of {@link #open}, of an object that {@link #isHeld}. */
    public byte[] whole(RetrievableInstance instance) throws IOException {
        byte[] whole = whole(vault.read(instance.blob()), instance.blob().length());
        Arrays.fill(whole, 0, Math.min(PREAMBLE, whole.length), (byte) 0);
        return whole;
    }

    /** The data set of {@link #open} alone: what follows the File Meta Information (PS3.10 7.1). */
    public InputStream dataset(RetrievableInstance instance) throws IOException {
        if (!instance.isAsStored()) {
            return corrected(instance).dataset();
        }
        long offset = datasetOffset(instance);
        long length = instance.blob().length() - offset;
        return checked(vault.read(instance.blob(), offset, length), length);
    }

    /**
     * What is small is read, and so checked, to its end before a byte of it is handed out: the answer can still be that it
     * is damaged. What is large breaks off where it is damaged.
     */
    private static InputStream checked(InputStream bytes, long length) throws IOException {
        if (length > LARGEST_HELD) {
            return bytes;
        }
        return new ByteArrayInputStream(whole(bytes, length));
    }

    private static byte[] whole(InputStream bytes, long length) throws IOException {
        byte[] whole = new byte[(int) length];
        try (bytes) {
            if (bytes.readNBytes(whole, 0, whole.length) < whole.length) {
                throw new EOFException("the object ends before its length");
            }
        }
        return whole;
    }

    /**
     * A frame as it stands in the object: a native frame, or the whole codestream of a compressed one. Refuses with
     * {@link NotFound} when there is no such frame.
     *
     * @param number counted from 1
     */
    public byte[] frame(RetrievableInstance instance, int number) throws IOException {
        FrameIndex index = index(instance);
        if (number < 1 || number > index.frameCount()) {
            throw new NotFound("frame", Integer.toString(number));
        }
        return index.read(number, range -> range(instance, range.offset(), range.length()));
    }

    /** Frames that can be fetched one by one. */
    public int frameCount(RetrievableInstance instance) {
        return index(instance).frameCount();
    }

    /** Bytes of a frame; numbers count from 1. */
    public long frameLength(RetrievableInstance instance, int number) {
        return index(instance).frameLength(number);
    }

    /** Whether the object can have a value there. */
    public boolean holds(RetrievableInstance instance, BulkDataAddress address) {
        long end = address.offset() + address.length();
        return address.offset() > PREAMBLE
                && (isDeflated(instance) || end <= instance.blob().length());
    }

    /** A long value of the object, in little endian order. Refuses with {@link NotFound} what the object cannot have. */
    public InputStream value(RetrievableInstance instance, BulkDataAddress address) throws IOException {
        if (!holds(instance, address)) {
            throw new NotFound("bulk data", address.toString());
        }
        InputStream range = range(instance, address.offset(), address.length());
        return address.word() == 1 ? range : new LittleEndianInput(range, address.word());
    }

    private static boolean isDeflated(RetrievableInstance instance) {
        return TransferSyntax.find(instance.transferSyntaxUid())
                .map(TransferSyntax::deflated)
                .orElse(false);
    }

    /** A stretch of the object, as {@link org.aegle.dicom.io.DicomObject} counts its bytes. */
    public InputStream range(RetrievableInstance instance, long offset, long length) throws IOException {
        if (!isDeflated(instance)) {
            return checked(vault.read(instance.blob(), offset, length), length);
        }
        InputStream inflated = reader.inflated(vault.read(instance.blob()), datasetOffset(instance));
        inflated.skipNBytes(offset);
        return org.apache.commons.io.input.BoundedInputStream.builder()
                .setInputStream(inflated)
                .setMaxCount(length)
                .get();
    }

    private CorrectedObject corrected(RetrievableInstance instance) throws IOException {
        try (InputStream object = vault.read(instance.blob())) {
            return new CorrectedObject(
                    reader.read(object),
                    instance.correction(),
                    (offset, length) -> range(instance, offset, length),
                    instance.blob().length());
        }
    }

    private long datasetOffset(RetrievableInstance instance) throws IOException {
        try (InputStream object = vault.read(instance.blob())) {
            return reader.readHeader(object).datasetOffset();
        }
    }

    private static FrameIndex index(RetrievableInstance instance) {
        if (instance.frameIndex().length == 0) {
            throw new NotFound("frame", "1");
        }
        return FrameIndex.fromBytes(instance.frameIndex());
    }
}

package org.aegle.imaging.digitising;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aegle.dicom.composition.BulkPart;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.dicom.composition.CompositionException;
import org.aegle.dicom.composition.ObjectComposition;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameDecoder;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;

/** What a file became, as Part 10 files in memory. */
final class MadeObjects implements ObjectTarget {
    private final Map<String, List<BulkPart>> parts = new HashMap<>();
    private final List<byte[]> files = new ArrayList<>();
    private final List<RefusalReason> refusals = new ArrayList<>();

    static MadeObjects of(DigitisedObjects objects, byte[] file) {
        MadeObjects made = new MadeObjects();
        try {
            new FileDigitising(objects, made).store(BulkValue.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    @Override
    public void bulkData(String location, String mediaType, String transferSyntaxUid, InputStream content)
            throws IOException {
        parts.put(location, List.of(new BulkPart(mediaType, transferSyntaxUid, BulkValue.of(content.readAllBytes()))));
    }

    @Override
    public void object(Attributes metadata) throws IOException {
        Map<String, List<BulkPart>> own = new HashMap<>(parts);
        parts.clear();
        try (InputStream file = new ObjectComposition(metadata, own).compose().open()) {
            files.add(file.readAllBytes());
        } catch (CompositionException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void refuse(ObjectIdentity identity, UnfitFile unfit) {
        refusals.add(unfit.reason());
    }

    int count() {
        return files.size();
    }

    List<RefusalReason> refusals() {
        return refusals;
    }

    byte[] file(int index) {
        return files.get(index);
    }

    Attributes dataset(int index) {
        return object(index).dataset();
    }

    DicomObject object(int index) {
        try {
            return new DicomReader().read(new ByteArrayInputStream(files.get(index)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codestream, or the native samples, of an image. */
    byte[] stored(int index) {
        try {
            DicomObject object = object(index);
            byte[] file = files.get(index);
            return FrameIndex.of(object)
                    .read(1, range -> new ByteArrayInputStream(file, (int) range.offset(), (int) range.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Frame frame(int index) {
        DicomObject object = object(index);
        try {
            return new FrameDecoder().decode(object.dataset(), object.transferSyntax(), stored(index));
        } catch (FrameException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The colour at a place, or the gray in all three parts of it, of eight bits. */
    int rgb(int index, int x, int y) {
        Frame frame = frame(index);
        int samples = frame.format().samples();
        int at = (y * frame.format().columns() + x) * samples;
        byte[] all = frame.samples();
        return samples == 1
                ? (all[at] & 0xFF) * 0x010101
                : (all[at] & 0xFF) << 16 | (all[at + 1] & 0xFF) << 8 | all[at + 2] & 0xFF;
    }
}

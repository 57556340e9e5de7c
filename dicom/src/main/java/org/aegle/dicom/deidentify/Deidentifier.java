package org.aegle.dicom.deidentify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.DecodedPixels;
import org.aegle.dicom.image.UndecodablePixels;
import org.aegle.dicom.io.BulkDataSource;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.SequenceLength;
import org.aegle.dicom.io.SequentialValues;
import org.aegle.dicom.io.TransferSyntax;

/**
 * De-identifies objects by a profile and the key of a project: the same object gives the same bytes, and objects of one
 * patient, study or series stay together. Immutable and safe for all threads. PS3.15 E.1-E.3.
 */
public final class Deidentifier {
    private final DeidentificationProfile profile;
    private final ProjectKey key;
    private final DicomReader reader;

    /** De-identifies with the default limits of reading. */
    public Deidentifier(DeidentificationProfile profile, ProjectKey key) {
        this(profile, key, new DicomReader());
    }

    /** De-identifies with a reader of one's own. */
    public Deidentifier(DeidentificationProfile profile, ProjectKey key, DicomReader reader) {
        this.profile = profile;
        this.key = key;
        this.reader = reader;
    }

    /**
     * De-identifies attributes. The data set stays as it is; pixel data and other long values pass by reference.
     *
     * @throws DeidentificationRefused when it cannot be made safe, or only with its pixels
     */
    public Deidentified deidentify(Attributes dataset) throws DeidentificationRefused {
        PixelNeeds needs = needs(dataset);
        if (needs.rewrites()) {
            throw new DeidentificationRefused(
                    DeidentificationRefused.Reason.PIXELS_NOT_GIVEN, "the pixels must be changed too");
        }
        return clean(dataset, needs);
    }

    /**
     * De-identifies an object and writes it as a Part 10 file with meta information of its own and a cleared preamble. It
     * keeps its transfer syntax unless pixels change: then encapsulated and big endian ones become Explicit VR Little
     * Endian. Memory does not grow with the pixel data. The stream is flushed, not closed.
     *
     * @return what became of it; its references lead nowhere once the object is written
     * @throws DeidentificationRefused when it cannot be made safe
     * @throws org.aegle.dicom.io.DicomParseException when it cannot be read
     * @throws IOException when a stream fails
     */
    public Deidentified deidentify(ObjectSource source, OutputStream out) throws IOException {
        DicomObject object;
        try (InputStream in = source.open(0)) {
            object = reader.read(in);
        }
        PixelNeeds needs = needs(object.dataset());
        Deidentified deidentified = clean(object.dataset(), needs);
        Output output = new Output(object, deidentified.dataset(), out);
        try (SequentialValues values = values(source, object)) {
            if (needs.rewrites()) {
                FramePainter painter = new FramePainter(needs);
                writeRedacted(output, new DecodedPixels(object, values, painter::paint), values);
            } else {
                write(output, object.transferSyntax(), values);
            }
        } catch (UndecodablePixels e) {
            throw new DeidentificationRefused(DeidentificationRefused.Reason.PIXELS_NOT_CLEANABLE, e.getMessage(), e);
        }
        return deidentified;
    }

    private SequentialValues values(ObjectSource source, DicomObject object) {
        return object.transferSyntax().deflated()
                ? SequentialValues.ofStream(() -> reader.inflated(source.open(0), object.datasetOffset()))
                : SequentialValues.ofObject(source::open);
    }

    private record Output(DicomObject object, Attributes clean, OutputStream out) {}

    private void writeRedacted(Output output, DecodedPixels pixels, BulkDataSource values) throws IOException {
        pixels.describe(output.clean());
        TransferSyntax syntax = output.object().transferSyntax();
        boolean stays = !syntax.encapsulated() && !syntax.bigEndian();
        BulkDataSource both = value -> pixels.isReference(value) ? pixels.open() : values.open(value);
        write(output, stays ? syntax : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, both);
    }

    private void write(Output output, TransferSyntax syntax, BulkDataSource values) throws IOException {
        FileMetaInformation meta = meta(output.object(), output.clean(), syntax);
        new DicomWriter(SequenceLength.EXPLICIT, values).write(meta, output.clean(), output.out());
    }

    /** Nothing of the old meta information goes over but what the object itself does not tell. */
    private FileMetaInformation meta(DicomObject object, Attributes clean, TransferSyntax syntax) {
        String sopClass = clean.getString(Tag.SOPClassUID);
        String instance = clean.getString(Tag.SOPInstanceUID);
        FileMetaInformation old = object.findFileMetaInformation().orElse(null);
        if (old != null && sopClass.isEmpty()) {
            sopClass = old.mediaStorageSopClassUid();
        }
        if (old != null && instance.isEmpty()) {
            String uid = old.mediaStorageSopInstanceUid();
            instance = profile.has(ProfileOption.RETAIN_UIDS) ? uid : new UidMapping(key).map(uid);
        }
        return FileMetaInformation.of(sopClass, instance, syntax);
    }

    private PixelNeeds needs(Attributes dataset) throws DeidentificationRefused {
        if (dataset.contains(Tag.DirectoryRecordSequence)
                || dataset.getString(Tag.SOPClassUID).equals(UID.MediaStorageDirectoryStorage)) {
            throw new DeidentificationRefused(
                    DeidentificationRefused.Reason.MEDIA_DIRECTORY, "a directory is written anew for its files");
        }
        return PixelNeeds.of(dataset, profile);
    }

    private Deidentified clean(Attributes dataset, PixelNeeds needs) {
        LeafValues leaves = new LeafValues(profile, key, DateShift.of(key, patient(dataset)));
        AttributeCleaner cleaner = new AttributeCleaner(profile, leaves);
        Attributes clean = cleaner.clean(dataset);
        Set<ProfileOption> applied = EnumSet.noneOf(ProfileOption.class);
        applied.addAll(profile.options());
        applied.remove(ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES);
        if (!needs.cleaned()) {
            applied.remove(ProfileOption.CLEAN_PIXEL_DATA);
        }
        if (!needs.regions().isEmpty()) {
            clean.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
        }
        MethodAttributes.set(clean, applied);
        return new Deidentified(clean, applied, findings(dataset, needs, cleaner.findings()));
    }

    /** Dates shift alike for all that bears one Patient ID; without one, for a study. */
    private static String patient(Attributes dataset) {
        return dataset.getString(Tag.PatientID, dataset.getString(Tag.StudyInstanceUID));
    }

    private Set<DeidentificationFinding> findings(
            Attributes dataset, PixelNeeds needs, Set<DeidentificationFinding> met) {
        Set<DeidentificationFinding> findings = EnumSet.noneOf(DeidentificationFinding.class);
        findings.addAll(met);
        if (needs.unknown()) {
            findings.add(DeidentificationFinding.BURNED_IN_ANNOTATION_UNKNOWN);
        }
        if (dataset.getString(Tag.RecognizableVisualFeatures).equals("YES")) {
            findings.add(DeidentificationFinding.RECOGNIZABLE_VISUAL_FEATURES);
        }
        if (profile.has(ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)) {
            findings.add(DeidentificationFinding.RECOGNIZABLE_VISUAL_FEATURES_NOT_CLEANED);
        }
        return findings;
    }
}

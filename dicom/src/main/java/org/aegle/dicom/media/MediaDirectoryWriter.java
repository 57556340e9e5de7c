package org.aegle.dicom.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UuidUid;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.Finding;

/**
 * Collects the records of a file set and writes its DICOMDIR. Holds some hundred bytes an object. The same objects in the
 * same order give the same bytes. One thread. PS3.3 Annex F, PS3.10 8.6, PS3.11 D.3.
 */
public final class MediaDirectoryWriter {
    private static final String FILE_SET_ID = "[A-Z0-9_ ]{0,16}";

    /** What our records for objects without a type of their own are, derived from a UUID. PS3.3 F.5. */
    private static final String PRIVATE_RECORD_UID = "2.25.209473283347018225839746122318226790481";

    private final String fileSetId;
    private final RecordTypes types = new RecordTypes();
    private final RecordKeys keys = new RecordKeys();
    private final RecordNode root = new RecordNode("", new Attributes());
    private final Set<String> instances = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * A directory without records.
     *
     * @param fileSetId File-set ID: at most 16 capital letters, digits, spaces and underscores; may be empty
     */
    public MediaDirectoryWriter(String fileSetId) {
        if (!fileSetId.matches(FILE_SET_ID)) {
            throw new IllegalArgumentException("no File-set ID");
        }
        this.fileSetId = fileSetId;
    }

    /**
     * Chooses a place for an object: DICOM, then folders for patient, study and series, numbered as they come. Root
     * objects lie beside the patients.
     *
     * @return empty when the object has no SOP Instance UID, or is there already
     */
    Optional<FileId> place(DicomObject object) {
        Attributes dataset = object.dataset();
        String instance = dataset.getString(Tag.SOPInstanceUID);
        if (instance.isEmpty() || !instances.add(instance)) {
            return Optional.empty();
        }
        RecordNode parent = parent(dataset);
        List<String> names = new ArrayList<>(List.of("DICOM"));
        names.addAll(parent.folders());
        names.add(RecordNode.name("IM", parent.children().size() + 1));
        FileId id = new FileId(names);
        append(parent, object, id);
        return Optional.of(id);
    }

    /**
     * Adds the record of an object, and those of its patient, study and series unless they are there.
     *
     * @param object the object; its header is enough
     * @param fileId where it lies
     * @throws IllegalArgumentException when the place is none of PS3.10 8.2
     */
    public void add(DicomObject object, FileId fileId) {
        if (!fileId.isConformant()) {
            throw new IllegalArgumentException("no File ID of PS3.10");
        }
        instances.add(object.dataset().getString(Tag.SOPInstanceUID));
        append(parent(object.dataset()), object, fileId);
    }

    private RecordNode parent(Attributes dataset) {
        if (RecordTypes.isOfTheRoot(types.of(dataset))) {
            return root;
        }
        String study = dataset.getString(Tag.StudyInstanceUID);
        String patient = dataset.getString(Tag.PatientID) + '\\' + dataset.getString(Tag.IssuerOfPatientID);
        boolean identified = dataset.containsValue(Tag.PatientID);
        return root.child(identified ? patient : study, "PA", () -> node("PATIENT", dataset))
                .child(study, "ST", () -> node("STUDY", dataset))
                .child(dataset.getString(Tag.SeriesInstanceUID), "SE", () -> node("SERIES", dataset));
    }

    private RecordNode node(String type, Attributes dataset) {
        return new RecordNode(type, keys.of(type, dataset, findings));
    }

    private void append(RecordNode parent, DicomObject object, FileId fileId) {
        Attributes dataset = object.dataset();
        String type = types.of(dataset);
        RecordNode node = node(type, dataset);
        Attributes record = node.attributes();
        if (type.equals(RecordTypes.PRIVATE)) {
            record.setString(Tag.PrivateRecordUID, VR.UI, PRIVATE_RECORD_UID);
        }
        record.setString(Tag.ReferencedFileID, VR.CS, fileId.components().toArray(String[]::new));
        record.setString(Tag.ReferencedSOPClassUIDInFile, VR.UI, dataset.getString(Tag.SOPClassUID));
        record.setString(Tag.ReferencedSOPInstanceUIDInFile, VR.UI, dataset.getString(Tag.SOPInstanceUID));
        record.setString(
                Tag.ReferencedTransferSyntaxUIDInFile,
                VR.UI,
                object.transferSyntax().uid());
        parent.append(node);
    }

    /** Keys that objects did not have and that were made up for their records. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Writes the DICOMDIR. The stream is flushed, not closed.
     *
     * @throws IOException when the stream fails
     * @throws IllegalStateException when the directory is beyond the 4 GiB that its offsets can tell
     */
    public void write(OutputStream out) throws IOException {
        new RecordEncoding(fileSetId, root).write(out, instanceUid());
    }

    /** Depends on the objects alone. */
    private String instanceUid() {
        String all = fileSetId + '/' + String.join("/", new TreeSet<>(instances));
        return UuidUid.of(UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)));
    }
}

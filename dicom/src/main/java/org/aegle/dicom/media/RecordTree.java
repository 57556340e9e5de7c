package org.aegle.dicom.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.Finding;
import org.aegle.dicom.io.TransferSyntax;

/** Makes a tree of the records that refer to each other by offsets. One use. PS3.3 F.2.2.2, F.3.2.2. */
final class RecordTree {
    private static final int MOST_FINDINGS = 1000;
    private static final int DEEPEST = 32;

    private final Attributes dataset;
    private final long[] offsets;
    private final Sequence items;
    private final Map<Long, Integer> indexes = new HashMap<>();
    private final boolean[] met;
    private final List<Finding> findings;

    RecordTree(DicomObject object) {
        this.dataset = object.dataset();
        this.offsets = object.directoryRecordOffsets();
        this.items = dataset.getSequence(Tag.DirectoryRecordSequence);
        this.met = new boolean[offsets.length];
        this.findings = new ArrayList<>(object.findings());
        for (int i = 0; i < offsets.length; i++) {
            indexes.put(offsets[i], i);
        }
        checkFile(object);
    }

    private void checkFile(DicomObject object) {
        if (!object.transferSyntax().equals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            find(0, Tag.TransferSyntaxUID, "PS3.10 8.6", "the DICOMDIR is not in explicit VR little endian");
        }
        String sopClass = object.findFileMetaInformation()
                .map(meta -> meta.mediaStorageSopClassUid())
                .orElse("");
        if (!sopClass.equals(UID.MediaStorageDirectoryStorage)) {
            find(0, Tag.MediaStorageSOPClassUID, "PS3.10 8.6", "the file is no media storage directory");
        }
        if (!dataset.contains(Tag.DirectoryRecordSequence)) {
            find(0, Tag.DirectoryRecordSequence, "PS3.3 F.3.2.2", "the directory records are missing");
        }
    }

    private void find(long offset, int tag, String clause, String message) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(offset, tag, clause, message));
        }
    }

    MediaDirectory directory() {
        int tag = Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity;
        List<DirectoryRecord> roots = entity(dataset.getLong(tag, 0), 0, tag, 0);
        checkLast(roots);
        return new MediaDirectory(dataset.getString(Tag.FileSetID), roots, unreached(), findings);
    }

    private void checkLast(List<DirectoryRecord> roots) {
        int tag = Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity;
        long told = dataset.getLong(tag, 0);
        long real = roots.isEmpty() ? 0 : roots.get(roots.size() - 1).offset();
        if (told != real) {
            find(told, tag, "PS3.3 F.3.2.2", "the last record of the root is another one");
        }
    }

    private List<DirectoryRecord> unreached() {
        List<DirectoryRecord> unreached = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            if (!met[i] && isInUse(items.get(i)) && !type(items.get(i)).equals("MRDR")) {
                find(offsets[i], Tag.DirectoryRecordSequence, "PS3.3 F.2.2.2", "no offset leads to the record");
                unreached.add(record(i, List.of()));
            }
        }
        return unreached;
    }

    /** The records of one entity, by the offset of its first and then from each to the next. */
    private List<DirectoryRecord> entity(long first, long from, int firstTag, int depth) {
        List<DirectoryRecord> records = new ArrayList<>();
        if (first != 0 && depth > DEEPEST) {
            find(from, firstTag, "PS3.3 F.4", "records below records without end");
            return records;
        }
        long offset = first;
        long source = from;
        int tag = firstTag;
        while (offset != 0) {
            Integer index = indexes.get(offset);
            if (index == null) {
                find(source, tag, "PS3.3 F.2.2.2", "the offset leads to no record");
                return records;
            }
            if (met[index]) {
                find(source, tag, "PS3.3 F.2.2.2", "the offset leads back to a record met before");
                return records;
            }
            met[index] = true;
            Attributes item = items.get(index);
            List<DirectoryRecord> lower = entity(
                    item.getLong(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, 0),
                    offset,
                    Tag.OffsetOfReferencedLowerLevelDirectoryEntity,
                    depth + 1);
            if (isInUse(item)) {
                records.add(record(index, lower));
            }
            source = offset;
            tag = Tag.OffsetOfTheNextDirectoryRecord;
            offset = item.getLong(tag, 0);
        }
        return records;
    }

    /** Zero is a record that is to be passed over. PS3.3 F.3.2.2. */
    private static boolean isInUse(Attributes item) {
        return item.getInt(Tag.RecordInUseFlag, 0xFFFF) != 0;
    }

    private static String type(Attributes item) {
        return item.getString(Tag.DirectoryRecordType);
    }

    private DirectoryRecord record(int index, List<DirectoryRecord> lower) {
        Attributes item = items.get(index);
        return new DirectoryRecord(offsets[index], type(item), item, fileId(index), lower);
    }

    private Optional<FileId> fileId(int index) {
        String[] names = referenced(items.get(index)).getStrings(Tag.ReferencedFileID);
        if (names.length == 0) {
            return Optional.empty();
        }
        Optional<FileId> id = FileId.parse(names);
        if (id.isEmpty()) {
            find(offsets[index], Tag.ReferencedFileID, "PS3.10 8.2", "the file lies outside of the file set");
        } else if (!id.get().isConformant()) {
            find(offsets[index], Tag.ReferencedFileID, "PS3.10 8.2", "the file is named as no file of a file set");
        }
        return id;
    }

    /** The record with the file: in old media several records share a Multi-Referenced File Directory Record. */
    private Attributes referenced(Attributes item) {
        Integer shared = indexes.get(item.getLong(Tag.MRDRDirectoryRecordOffset, 0));
        return item.contains(Tag.ReferencedFileID) || shared == null ? item : items.get(shared);
    }
}

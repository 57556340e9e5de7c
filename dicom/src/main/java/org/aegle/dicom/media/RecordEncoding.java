package org.aegle.dicom.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;

/** Lays records out one after the other, tells each the offsets of those it refers to and writes them. PS3.3 F.2.2.2. */
final class RecordEncoding {
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final int SEQUENCE_HEADER = 12;
    private static final int ITEM_HEADER = 8;
    private static final long LAST_OFFSET = 0xFFFF_FFFEL;

    private final DicomWriter writer = new DicomWriter();
    private final String fileSetId;
    private final RecordNode root;
    private final List<RecordNode> order = new ArrayList<>();
    private final Map<RecordNode, Long> offsets = new IdentityHashMap<>();

    RecordEncoding(String fileSetId, RecordNode root) {
        this.fileSetId = fileSetId;
        this.root = root;
    }

    void write(OutputStream out, String instanceUid) throws IOException {
        FileMetaInformation meta = FileMetaInformation.of(UID.MediaStorageDirectoryStorage, instanceUid, SYNTAX);
        Attributes directory = head();
        collect(root);
        place(length(meta) + writer.length(directory, SYNTAX) + SEQUENCE_HEADER);
        link(root);
        List<RecordNode> roots = root.children();
        directory.setLong(
                Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity,
                VR.UL,
                roots.isEmpty() ? 0 : offset(roots.get(0)));
        directory.setLong(
                Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity,
                VR.UL,
                roots.isEmpty() ? 0 : offset(roots.get(roots.size() - 1)));
        Sequence records = directory.newSequence(Tag.DirectoryRecordSequence, order.size());
        order.forEach(node -> records.add(new Attributes(node.attributes())));
        writer.write(meta, directory, out);
    }

    private Attributes head() {
        Attributes directory = new Attributes();
        if (fileSetId.isEmpty()) {
            directory.setNull(Tag.FileSetID, VR.CS);
        } else {
            directory.setString(Tag.FileSetID, VR.CS, fileSetId);
        }
        directory.setLong(Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, VR.UL, 0);
        directory.setLong(Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, VR.UL, 0);
        directory.setInt(Tag.FileSetConsistencyFlag, VR.US, 0);
        return directory;
    }

    private long length(FileMetaInformation meta) throws IOException {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        writer.writeFileMetaInformation(meta, start);
        return start.size();
    }

    private void collect(RecordNode parent) {
        for (RecordNode node : parent.children()) {
            order.add(node);
            collect(node);
        }
    }

    private void place(long first) {
        long offset = first;
        for (RecordNode node : order) {
            offsets.put(node, offset);
            offset += ITEM_HEADER + writer.length(node.attributes(), SYNTAX);
        }
        if (offset > LAST_OFFSET) {
            throw new IllegalStateException("the directory is longer than its offsets can tell");
        }
    }

    private long offset(RecordNode node) {
        return offsets.get(node);
    }

    private void link(RecordNode parent) {
        List<RecordNode> nodes = parent.children();
        for (int i = 0; i < nodes.size(); i++) {
            RecordNode node = nodes.get(i);
            long next = i + 1 < nodes.size() ? offset(nodes.get(i + 1)) : 0;
            long lower = node.children().isEmpty() ? 0 : offset(node.children().get(0));
            node.attributes().setLong(Tag.OffsetOfTheNextDirectoryRecord, VR.UL, next);
            node.attributes().setLong(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, VR.UL, lower);
            link(node);
        }
    }
}

package org.aegle.dicom.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** A record on its way into a DICOMDIR, with those below it. */
final class RecordNode {
    private static final int IN_USE = 0xFFFF;

    private final Attributes attributes;
    private final List<RecordNode> children = new ArrayList<>();
    private final Map<String, RecordNode> byIdentity = new LinkedHashMap<>();
    private List<String> folders = List.of();

    RecordNode(String type, Attributes keys) {
        this.attributes = keys;
        attributes.setLong(Tag.OffsetOfTheNextDirectoryRecord, VR.UL, 0);
        attributes.setInt(Tag.RecordInUseFlag, VR.US, IN_USE);
        attributes.setLong(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, VR.UL, 0);
        attributes.setString(Tag.DirectoryRecordType, VR.CS, type);
    }

    Attributes attributes() {
        return attributes;
    }

    List<RecordNode> children() {
        return children;
    }

    /** Folders from the root to those below this. */
    List<String> folders() {
        return folders;
    }

    /** The child that stands for a patient, study or series; made when it is not there. */
    RecordNode child(String identity, String prefix, Supplier<RecordNode> maker) {
        return byIdentity.computeIfAbsent(identity, key -> {
            RecordNode node = maker.get();
            node.folders = new ArrayList<>(folders);
            node.folders.add(name(prefix, byIdentity.size() + 1));
            append(node);
            return node;
        });
    }

    void append(RecordNode node) {
        children.add(node);
    }

    /** A name of eight characters, "SE000001". */
    static String name(String prefix, int number) {
        return prefix + String.format(Locale.ROOT, "%06d", number);
    }
}

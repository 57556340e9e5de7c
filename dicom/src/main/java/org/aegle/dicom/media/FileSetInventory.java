package org.aegle.dicom.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.DicomParseException;
import org.aegle.dicom.io.Finding;

/** Sorts the files of a file set as they come and compares them with its DICOMDIR at the end. One use. */
final class FileSetInventory {
    private static final String DIRECTORY = "DICOMDIR";
    private static final int PREAMBLE = 128;
    private static final int MOST_FINDINGS = 1000;

    private final FileSetVisitor visitor;
    private final MediaDirectoryReader reader = new MediaDirectoryReader();
    private final List<MediaDirectory> directories = new ArrayList<>();
    private final List<FileId> places = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> objects = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private int objectCount;
    private int otherFiles;

    FileSetInventory(FileSetVisitor visitor) {
        this.visitor = visitor;
    }

    /** A name that leads out of the file set. */
    void refuseName() {
        find(0, 0, "PS3.10 8.2", "a file is named as lying outside of the file set");
    }

    /** A file. */
    void file(FileId place, InputStream content) throws IOException {
        files.add(place.normalized());
        if (place.name().equalsIgnoreCase(DIRECTORY)) {
            directory(place, content);
            return;
        }
        InputStream in = new BufferedInputStream(content);
        if (looksLikeAnObject(in)) {
            objectCount++;
            objects.add(place.normalized());
            visitor.object(place, in);
        } else {
            otherFiles++;
        }
    }

    private void directory(FileId place, InputStream content) throws IOException {
        try {
            directories.add(reader.read(content));
            places.add(place);
        } catch (DicomParseException e) {
            find(e.offset(), 0, "PS3.10 8.6", "a DICOMDIR cannot be read: " + e.reason());
        }
    }

    /** The prefix, or a first element of the groups that files without one begin with. PS3.10 7.1. */
    private static boolean looksLikeAnObject(InputStream in) throws IOException {
        in.mark(PREAMBLE + 4);
        byte[] start = in.readNBytes(PREAMBLE + 4);
        in.reset();
        boolean prefix = start.length == PREAMBLE + 4
                && start[PREAMBLE] == 'D'
                && start[PREAMBLE + 1] == 'I'
                && start[PREAMBLE + 2] == 'C'
                && start[PREAMBLE + 3] == 'M';
        return prefix || start.length > 8 && (start[0] == 2 || start[0] == 8) && start[1] == 0 && start[3] == 0;
    }

    FileSetContents contents() {
        Set<String> told = new HashSet<>();
        for (int i = 0; i < directories.size(); i++) {
            FileId place = places.get(i);
            directories.get(i).records().forEach(record -> compare(place, record, told));
        }
        if (directories.isEmpty()) {
            find(0, 0, "PS3.10 8.6", "the file set has no DICOMDIR that can be read");
        } else {
            objects.stream()
                    .filter(object -> !told.contains(object))
                    .forEach(object -> find(0, Tag.ReferencedFileID, "PS3.10 8.6", "no record tells of an object"));
        }
        return new FileSetContents(directories, objectCount, otherFiles, findings);
    }

    private void compare(FileId directory, DirectoryRecord record, Set<String> told) {
        if (record.fileId().isEmpty()) {
            return;
        }
        String file = directory.resolveSibling(record.fileId().get()).normalized();
        told.add(file);
        if (!files.contains(file)) {
            find(record.offset(), Tag.ReferencedFileID, "PS3.10 8.6", "the file of a record is missing");
        }
    }

    private void find(long offset, int tag, String clause, String message) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(offset, tag, clause, message));
        }
    }
}

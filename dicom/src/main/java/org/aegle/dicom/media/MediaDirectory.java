package org.aegle.dicom.media;

import java.util.List;
import java.util.stream.Stream;
import org.aegle.dicom.io.Finding;

/**
 * What a DICOMDIR tells of its file set. PS3.3 F.3.
 *
 * @param fileSetId File-set ID; empty when it has none
 * @param roots the records of the root entity: patients, and what belongs to none
 * @param unreached records in use that no offset leads to; they tell of files too
 * @param findings what is irregular, in the DICOMDIR as a file and as a directory
 */
public record MediaDirectory(
        String fileSetId, List<DirectoryRecord> roots, List<DirectoryRecord> unreached, List<Finding> findings) {
    /** Copies the lists. */
    public MediaDirectory {
        roots = List.copyOf(roots);
        unreached = List.copyOf(unreached);
        findings = List.copyOf(findings);
    }

    /** All records, each before those below it, the unreached ones last. */
    public Stream<DirectoryRecord> records() {
        return Stream.concat(roots.stream().flatMap(DirectoryRecord::stream), unreached.stream());
    }
}

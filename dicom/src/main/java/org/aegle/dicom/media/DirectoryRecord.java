package org.aegle.dicom.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aegle.dicom.data.Attributes;

/**
 * A record of a DICOMDIR with the records below it. PS3.3 F.3.
 *
 * @param offset where its item begins in the DICOMDIR
 * @param type Directory Record Type, "PATIENT"
 * @param keys the attributes of its item
 * @param fileId the file it stands for; empty when it stands for none, or for one outside of the file set
 * @param lower the records of its lower-level entity, in their order
 */
public record DirectoryRecord(
        long offset, String type, Attributes keys, Optional<FileId> fileId, List<DirectoryRecord> lower) {
    /** Copies the list. */
    public DirectoryRecord {
        lower = List.copyOf(lower);
    }

    /** This record and all below it, each before those below it. */
    public Stream<DirectoryRecord> stream() {
        return Stream.concat(Stream.of(this), lower.stream().flatMap(DirectoryRecord::stream));
    }
}

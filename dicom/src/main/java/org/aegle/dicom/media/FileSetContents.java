package org.aegle.dicom.media;

import java.util.List;
import org.aegle.dicom.io.Finding;

/**
 * What was found in a file set.
 *
 * @param directories its DICOMDIRs that could be read; mostly one
 * @param objects files that look like objects
 * @param otherFiles files that do not: viewers, texts
 * @param findings records whose file is missing, files that no record tells of, names that lead out of the file set, and
 *     DICOMDIRs that cannot be read; what is irregular within a DICOMDIR is with that
 */
public record FileSetContents(List<MediaDirectory> directories, int objects, int otherFiles, List<Finding> findings) {
    /** Copies the lists. */
    public FileSetContents {
        directories = List.copyOf(directories);
        findings = List.copyOf(findings);
    }
}

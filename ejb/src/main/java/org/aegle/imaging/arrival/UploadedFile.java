package org.aegle.imaging.arrival;

import java.io.Serializable;

/**
 * What became of one file of an upload.
 *
 * @param fileName as it was called where it came from, with its folder
 * @param outcome STORED, ALREADY_STORED, SET_ASIDE, REFUSED or SKIPPED
 * @param reason a {@link RefusalReason} name, or empty
 * @param detail where in the file and what, or empty
 * @param studyInstanceUid of the study it went to, or empty
 * @param patientName for people to read, or empty
 * @param studyDescription or empty
 */
public record UploadedFile(
        String fileName,
        String outcome,
        String reason,
        String detail,
        String studyInstanceUid,
        String patientName,
        String studyDescription)
        implements Serializable {}

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
        implements Serializable {
    /** What an object's outcome means for the file that it was. */
    public static UploadedFile of(String fileName, StoreOutcome outcome) {
        if (outcome instanceof StoreOutcome.Stored) {
            return of(fileName, "STORED", outcome.identity(), "", "");
        } else if (outcome instanceof StoreOutcome.AlreadyStored) {
            return of(fileName, "ALREADY_STORED", outcome.identity(), "", "");
        } else if (outcome instanceof StoreOutcome.SetAside aside) {
            return of(fileName, "SET_ASIDE", outcome.identity(), aside.reason().name(), "");
        }
        StoreOutcome.Refused refused = (StoreOutcome.Refused) outcome;
        // A CD's directory and its viewer come along with every folder; that they are left out is no failure.
        String word = refused.reason() == RefusalReason.NOT_STORABLE ? "SKIPPED" : "REFUSED";
        return of(fileName, word, refused.identity(), refused.reason().name(), refused.detail());
    }

    private static UploadedFile of(
            String fileName, String outcome, ObjectIdentity identity, String reason, String detail) {
        return new UploadedFile(
                fileName,
                outcome,
                reason,
                detail,
                identity.studyInstanceUid(),
                identity.patientName(),
                identity.studyDescription());
    }
}

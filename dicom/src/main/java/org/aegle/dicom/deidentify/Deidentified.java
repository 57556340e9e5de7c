package org.aegle.dicom.deidentify;

import java.util.Set;
import org.aegle.dicom.data.Attributes;

/**
 * What became of an object.
 *
 * @param dataset the clean data set; values that were references still refer to the original
 * @param applied the options that were applied, as the object itself tells
 * @param findings what a person should know before it is disclosed
 */
public record Deidentified(Attributes dataset, Set<ProfileOption> applied, Set<DeidentificationFinding> findings) {
    /** Copies the sets. */
    public Deidentified {
        applied = Set.copyOf(applied);
        findings = Set.copyOf(findings);
    }
}

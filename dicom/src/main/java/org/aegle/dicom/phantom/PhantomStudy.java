package org.aegle.dicom.phantom;

import java.time.LocalDateTime;

/**
 * The study that the images shall belong to. PS3.3 C.7.2.1.
 *
 * @param studyInstanceUid Study Instance UID; identifiers of series and instances are derived from it
 * @param started Study Date and Study Time
 * @param accessionNumber Accession Number
 * @param description Study Description
 * @param referringPhysician Referring Physician's Name, "Nightingale^Florence"
 * @param institution Institution Name
 */
public record PhantomStudy(
        String studyInstanceUid,
        LocalDateTime started,
        String accessionNumber,
        String description,
        String referringPhysician,
        String institution) {}

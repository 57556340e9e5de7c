package org.aegle.imaging.arrival;

import java.io.Serializable;

/** What an arriving object says it is; whatever it does not say is empty. For people: patient and description. */
public record ObjectIdentity(
        String sopClassUid,
        String sopInstanceUid,
        String seriesInstanceUid,
        String studyInstanceUid,
        String patientName,
        String studyDescription)
        implements Serializable {
    public static final ObjectIdentity UNKNOWN = new ObjectIdentity("", "", "", "", "", "");
}

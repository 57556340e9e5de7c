package org.aegle.dicomweb;

import jakarta.ws.rs.QueryParam;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.RetrieveScope;
import org.aegle.refusal.Invalid;

/** The object that a WADO-URI request names. PS3.18 9.4.1.1. */
public class RequestedObject {
    @QueryParam("requestType")
    private String requestType;

    @QueryParam("studyUID")
    private String study;

    @QueryParam("seriesUID")
    private String series;

    @QueryParam("objectUID")
    private String object;

    /** Refuses with {@link Invalid} a parameter that is missing, and with MalformedUid what is no UID. */
    RetrieveScope.OfInstance get() {
        if (!"WADO".equals(requestType)) {
            throw new Invalid("requestType", "must be WADO");
        }
        return new RetrieveScope.OfInstance(
                new StudyInstanceUid(required("studyUID", study)),
                new SeriesInstanceUid(required("seriesUID", series)),
                new SopInstanceUid(required("objectUID", object)));
    }

    private static String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw new Invalid(name, "is missing");
        }
        return value;
    }
}

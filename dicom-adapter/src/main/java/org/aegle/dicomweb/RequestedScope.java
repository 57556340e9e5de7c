package org.aegle.dicomweb;

import jakarta.ws.rs.PathParam;
import org.aegle.id.MalformedUid;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;
import org.aegle.imaging.RetrieveScope;

/** What the address of a retrieval names: a study, and maybe a series and an instance of it. */
public class RequestedScope {
    @PathParam("study")
    private String study;

    @PathParam("series")
    private String series;

    @PathParam("instance")
    private String instance;

    /** Throws {@link MalformedUid} for what is no UID. */
    RetrieveScope get() {
        StudyInstanceUid ofStudy = new StudyInstanceUid(study);
        if (series == null) {
            return new RetrieveScope.OfStudy(ofStudy);
        }
        SeriesInstanceUid ofSeries = new SeriesInstanceUid(series);
        return instance == null
                ? new RetrieveScope.OfSeries(ofStudy, ofSeries)
                : new RetrieveScope.OfInstance(ofStudy, ofSeries, new SopInstanceUid(instance));
    }
}

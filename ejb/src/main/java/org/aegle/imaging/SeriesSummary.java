package org.aegle.imaging;

import java.io.Serializable;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.StudyInstanceUid;

/**
 * A series, as lists show it.
 *
 * @param seriesNumber as text, or empty
 * @param attributes DICOM JSON of the series' attributes as received
 * @param studyAttributes DICOM JSON of its study's and patient's attributes
 */
public record SeriesSummary(
        StudyInstanceUid study,
        SeriesInstanceUid uid,
        String modality,
        String seriesNumber,
        String description,
        String bodyPart,
        int instances,
        String attributes,
        String studyAttributes)
        implements Serializable {}

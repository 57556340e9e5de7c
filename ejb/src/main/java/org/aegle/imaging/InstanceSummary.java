package org.aegle.imaging;

import java.io.Serializable;
import java.time.Instant;
import org.aegle.id.SeriesInstanceUid;
import org.aegle.id.SopInstanceUid;
import org.aegle.id.StudyInstanceUid;

/**
 * An instance, as lists show it.
 *
 * @param instanceNumber as text, or empty
 * @param rows pixels, 0 for what is no image
 * @param frames 0 for what is no image
 * @param length bytes of the object as stored
 * @param seriesAttributes DICOM JSON of its series' attributes
 * @param studyAttributes DICOM JSON of its study's and patient's attributes
 */
public record InstanceSummary(
        StudyInstanceUid study,
        SeriesInstanceUid series,
        SopInstanceUid uid,
        String sopClassUid,
        String transferSyntaxUid,
        String instanceNumber,
        int rows,
        int columns,
        int bitsAllocated,
        int frames,
        long length,
        Instant receivedAt,
        String seriesAttributes,
        String studyAttributes)
        implements Serializable {}

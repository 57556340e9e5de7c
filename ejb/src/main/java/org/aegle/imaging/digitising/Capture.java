package org.aegle.imaging.digitising;

import java.time.ZoneId;

/**
 * All that is said of the files of a submission.
 *
 * @param zone where the clock hangs that dates and times are meant by
 */
public record Capture(CapturedPatient patient, CapturedStudy study, CapturedSeries series, ZoneId zone) {}

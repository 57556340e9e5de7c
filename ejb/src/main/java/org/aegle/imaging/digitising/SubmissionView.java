package org.aegle.imaging.digitising;

import java.io.Serializable;

/** A submission that was begun, and the study that its files go to. */
public record SubmissionView(String id, String studyInstanceUid) implements Serializable {}

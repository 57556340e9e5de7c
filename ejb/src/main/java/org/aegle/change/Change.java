package org.aegle.change;

import java.io.Serializable;

/** That something became of an object, which its UIDs name. */
public record Change(
        ChangeAction action,
        String studyInstanceUid,
        String seriesInstanceUid,
        String sopInstanceUid,
        String sopClassUid)
        implements Serializable {}

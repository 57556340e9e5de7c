package org.aegle.id;

import java.io.Serializable;

/** The Series Instance UID (0020,000E) (PS3.5 9.1: at most 64 characters of digits and dots). Throws {@link MalformedUid} for anything else. */
public record SeriesInstanceUid(String value) implements Serializable {
    public SeriesInstanceUid {
        Uids.require("SeriesInstanceUID", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

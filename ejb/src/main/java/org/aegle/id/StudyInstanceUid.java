package org.aegle.id;

import java.io.Serializable;

/** The Study Instance UID (0020,000D) (PS3.5 9.1: at most 64 characters of digits and dots). Throws {@link MalformedUid} for anything else. */
public record StudyInstanceUid(String value) implements Serializable {
    public StudyInstanceUid {
        Uids.require("StudyInstanceUID", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

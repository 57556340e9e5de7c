package org.aegle.id;

import java.io.Serializable;

/** The SOP Instance UID (0008,0018) (PS3.5 9.1: at most 64 characters of digits and dots). Throws {@link MalformedUid} for anything else. */
public record SopInstanceUid(String value) implements Serializable {
    public SopInstanceUid {
        Uids.require("SOPInstanceUID", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

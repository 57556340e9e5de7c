package org.aegle.dicom.io;

import org.aegle.dicom.data.VR;

/**
 * The header of an element as read.
 *
 * @param tag tag
 * @param vr VR that the stream tells or the dictionary knows
 * @param unknown the stream says UN: a value whose VR is known lies in implicit VR little endian, PS3.5 6.2.2
 * @param length bytes of the value, {@link #UNDEFINED} when delimited
 */
record ElementHeader(int tag, VR vr, boolean unknown, long length) {
    static final long UNDEFINED = 0xFFFF_FFFFL;

    boolean isUndefined() {
        return length == UNDEFINED;
    }
}

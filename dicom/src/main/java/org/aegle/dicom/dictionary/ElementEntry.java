package org.aegle.dicom.dictionary;

import java.util.List;
import org.aegle.dicom.data.VR;

/**
 * What the standard says of one data element.
 *
 * @param tag tag; of a repeating group that of its first member
 * @param keyword keyword, "PatientName"
 * @param name name, "Patient's Name"
 * @param vrs the VRs it may have, first the one taken where the stream does not tell; empty for items and delimiters
 * @param vm value multiplicity as the standard writes it, "1-n"
 * @param retired no longer part of the current edition
 */
public record ElementEntry(int tag, String keyword, String name, List<VR> vrs, String vm, boolean retired) {
    /** The VR taken where the stream does not tell; UN for items and delimiters. */
    public VR vr() {
        return vrs.isEmpty() ? VR.UN : vrs.get(0);
    }

    /** US or SS, as Pixel Representation (0028,0103) decides. PS3.5 Annex A.1. */
    public boolean dependsOnPixelRepresentation() {
        return vrs.contains(VR.US) && vrs.contains(VR.SS);
    }
}

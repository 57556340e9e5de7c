package org.aegle.dicom.deidentify;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.VR;

/** Values that are valid for their VR and tell nothing. PS3.15 E.1.1, PS3.5 6.2. */
final class DummyValues {
    static final String TEXT = "REMOVED";

    private DummyValues() {}

    /** Sets the dummy of an element that is no sequence. */
    static void set(Attributes out, int tag, VR vr) {
        switch (vr) {
            case AE, CS, LO, LT, PN, SH, ST, UC, UT -> out.setString(tag, vr, TEXT);
            case AS -> out.setString(tag, vr, "000D");
            case DA -> out.setString(tag, vr, "19000101");
            case DT -> out.setString(tag, vr, "19000101000000");
            case TM -> out.setString(tag, vr, "000000");
            case DS, IS -> out.setString(tag, vr, "0");
            case UI -> throw new IllegalArgumentException("identifiers are mapped");
            case UR -> out.setString(tag, vr, "about:blank");
            case SQ -> throw new IllegalArgumentException("items have dummies of their own");
            default -> out.setBytes(tag, vr, new byte[Math.max(2, vr.valueLength())]);
        }
    }
}

package org.aegle.dicom.deidentify;

import java.nio.charset.StandardCharsets;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** Values that must not come out, one for each VR. */
final class Canary {
    static final String TEXT = "CANARY";
    static final String DATE = "20010203";
    static final String TIME = "040506";
    static final String UID = "1.2.3.4.777";
    static final String CODE = "LOCALNAME";
    static final String NUMBER = "77.25";

    private Canary() {}

    /** Sets the canary of an element. */
    static void plant(Attributes set, int tag, VR vr) {
        switch (vr) {
            case DA -> set.setString(tag, vr, DATE);
            case TM -> set.setString(tag, vr, TIME);
            case DT -> set.setString(tag, vr, DATE + TIME);
            case UI -> set.setString(tag, vr, UID);
            case DS -> set.setString(tag, vr, NUMBER);
            case IS -> set.setString(tag, vr, "7725");
            case AS -> set.setString(tag, vr, "077Y");
            case SQ -> plantItem(set.newSequence(tag, 1).newItem());
            case AT -> set.setInt(tag, vr, 0x77257725);
            case FD, FL, SL, SS, SV, UL, US, UV -> set.setDouble(tag, vr, 77);
            case OB, OD, OF, OL, OV, OW, UN ->
                set.setBytes(tag, vr, "CANARY..CANARY..".getBytes(StandardCharsets.US_ASCII));
            default -> set.setString(tag, vr, TEXT);
        }
    }

    private static void plantItem(Attributes item) {
        item.setString(Tag.PatientName, VR.PN, TEXT);
        item.setString(Tag.CodeMeaning, VR.LO, CODE);
        item.setString(Tag.TextValue, VR.UT, TEXT);
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, UID);
        item.setString(0x0011_0010, VR.LO, TEXT);
        item.setString(0x0011_1001, VR.LT, TEXT);
        item.newSequence(Tag.ContentSequence, 1).newItem().setString(Tag.PersonName, VR.PN, TEXT);
    }
}

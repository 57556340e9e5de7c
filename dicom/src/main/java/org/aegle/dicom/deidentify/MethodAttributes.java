package org.aegle.dicom.deidentify;

import java.util.Set;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;

/** Says in an object that and how it was de-identified. PS3.3 C.7.1.1 and C.12.1, PS3.15 E.2, PS3.16 CID 7050. */
final class MethodAttributes {
    private static final String BASIC_PROFILE = "113100";
    private static final String BASIC_PROFILE_MEANING = "Basic Application Confidentiality Profile";

    private MethodAttributes() {}

    /**
     * Sets the attributes; what former de-identifications said of themselves is free text and goes.
     *
     * @param applied the options that were really applied to this object
     */
    static void set(Attributes out, Set<ProfileOption> applied) {
        out.setString(Tag.PatientIdentityRemoved, VR.CS, "YES");
        out.setString(Tag.DeidentificationMethod, VR.LO, "Aegle", BASIC_PROFILE_MEANING);
        Sequence codes = out.newSequence(Tag.DeidentificationMethodCodeSequence, applied.size() + 1);
        codes.add(CodedEntries.code(BASIC_PROFILE, "DCM", BASIC_PROFILE_MEANING));
        applied.stream()
                .sorted()
                .forEach(option -> codes.add(CodedEntries.code(option.code(), "DCM", option.meaning())));
        out.setString(Tag.LongitudinalTemporalInformationModified, VR.CS, temporalInformation(applied));
    }

    private static String temporalInformation(Set<ProfileOption> applied) {
        if (applied.contains(ProfileOption.RETAIN_FULL_DATES)) {
            return "UNMODIFIED";
        }
        return applied.contains(ProfileOption.RETAIN_MODIFIED_DATES) ? "MODIFIED" : "REMOVED";
    }
}

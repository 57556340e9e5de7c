package org.aegle.imaging;

import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;

/** A patient as the attributes of an object tell it: what a {@link Correction} puts in. PS3.3 C.2.2, C.2.3. */
public final class PatientAttributes {
    /** What else says who somebody is, and cannot stay when the object turns out to be somebody else's. */
    private static final int[] OF_ANOTHER = {
        Tag.PatientBirthTime,
        Tag.IssuerOfPatientIDQualifiersSequence,
        Tag.OtherPatientIDsSequence,
        Tag.OtherPatientNames,
        Tag.PatientBirthName,
        Tag.PatientMotherBirthName,
        Tag.PatientAddress,
        Tag.PatientTelephoneNumbers,
        Tag.EthnicGroup,
        Tag.MedicalRecordLocator
    };

    private PatientAttributes() {}

    /**
     * The attributes of the Patient Module; one that is not known is empty.
     *
     * @param another the object told of another person, whose further attributes are emptied too
     */
    public static Attributes of(PatientDemographics patient, boolean another) {
        Attributes module = new Attributes();
        module.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        PatientIdentifier identifier =
                patient.identifiers().stream().findFirst().orElse(PatientIdentifier.of("", ""));
        set(module, Tag.PatientName, VR.PN, patient.name().dicom());
        set(module, Tag.PatientID, VR.LO, identifier.value());
        set(module, Tag.IssuerOfPatientID, VR.LO, identifier.authority());
        String day = patient.birthDate().text().replace("-", "");
        set(module, Tag.PatientBirthDate, VR.DA, day.length() == 8 ? day : "");
        set(module, Tag.PatientSex, VR.CS, patient.gender().dicom());
        if (another) {
            for (int tag : OF_ANOTHER) {
                module.setNull(tag, vr(tag));
            }
        }
        return module;
    }

    private static VR vr(int tag) {
        return ElementDictionary.standard().vr(tag);
    }

    private static void set(Attributes module, int tag, VR vr, String value) {
        if (value.isEmpty()) {
            module.setNull(tag, vr);
        } else {
            module.setString(tag, vr, value);
        }
    }
}

package org.aegle.imaging.arrival;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.PersonName;
import org.aegle.dicom.data.Tag;
import org.aegle.id.OneLine;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;

/** The patient that a data set tells of (PS3.3 C.2.2, C.2.3). What it does not tell stays unknown. */
final class PatientModule {
    private PatientModule() {}

    static PatientDemographics of(Attributes dataset) {
        List<PatientIdentifier> identifiers = new ArrayList<>();
        String id = text(dataset, Tag.PatientID, 200);
        if (!id.isEmpty()) {
            identifiers.add(PatientIdentifier.of(text(dataset, Tag.IssuerOfPatientID, 200), id));
        }
        return PatientDemographics.of(
                name(dataset),
                PartialDate.ofDicom(text(dataset, Tag.PatientBirthDate, 16)),
                AdministrativeGender.ofDicom(text(dataset, Tag.PatientSex, 16)),
                identifiers);
    }

    static HumanName name(Attributes dataset) {
        PersonName name = dataset.getPersonName(Tag.PatientName);
        PersonName.Group latin = name.alphabetic();
        String given = (latin.given() + " " + latin.middle()).strip();
        return new HumanName(
                clean(latin.family(), 200),
                clean(given, 300),
                clean(latin.prefix(), 100),
                clean(latin.suffix(), 100),
                clean(name.ideographic().toString(), 300),
                clean(name.phonetic().toString(), 300));
    }

    private static String text(Attributes dataset, int tag, int longest) {
        return clean(dataset.getString(tag, ""), longest);
    }

    /** The database takes no NUL, and nobody searches for control characters. */
    static String clean(String value, int longest) {
        return OneLine.of(value.strip(), "", longest).strip();
    }
}

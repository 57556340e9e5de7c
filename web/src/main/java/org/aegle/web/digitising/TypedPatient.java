package org.aegle.web.digitising;

import java.io.Serializable;
import java.util.List;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;

/** A patient who has no record yet, while being typed. */
public class TypedPatient implements Serializable {
    private String family = "";
    private String given = "";
    private String number = "";
    private String issuer = "";
    private String birthDate = "";
    private String gender = AdministrativeGender.UNSTATED.name();

    PatientDemographics demographics() {
        List<PatientIdentifier> identifiers =
                number.isBlank() ? List.of() : List.of(PatientIdentifier.of(issuer.strip(), number.strip()));
        return PatientDemographics.of(
                HumanName.of(family.strip(), given.strip()),
                new PartialDate(birthDate),
                AdministrativeGender.valueOf(gender),
                identifiers);
    }

    public String getFamily() {
        return family;
    }

    public void setFamily(String family) {
        this.family = family == null ? "" : family;
    }

    public String getGiven() {
        return given;
    }

    public void setGiven(String given) {
        this.given = given == null ? "" : given;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number == null ? "" : number;
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer == null ? "" : issuer;
    }

    /** ISO text, as precisely as it is known. */
    public String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(String birthDate) {
        this.birthDate = birthDate == null ? "" : birthDate;
    }

    public String getGender() {
        return gender;
    }

    public void setGender(String gender) {
        this.gender = gender;
    }
}

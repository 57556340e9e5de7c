package org.aegle.web.patient;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.Contact;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;
import org.aegle.web.format.PlainTextConverter;

/** A patient's demographics while they are typed. What the form does not show is carried along unchanged. */
public class PatientForm implements Serializable {
    private final PatientDemographics base;
    private final Map<String, String> text = new LinkedHashMap<>();

    private PatientForm(PatientDemographics base) {
        this.base = base;
        for (PatientField field : PatientField.values()) {
            text.put(field.key(), field.of(base));
        }
    }

    static PatientForm empty() {
        return of(PatientDemographics.of(
                HumanName.of("", ""), PartialDate.NONE, AdministrativeGender.UNSTATED, List.of()));
    }

    static PatientForm of(PatientDemographics base) {
        return new PatientForm(base);
    }

    /** What is typed, by {@link PatientField#key()}. */
    public Map<String, String> getText() {
        return text;
    }

    String get(PatientField field) {
        String value = text.get(field.key());
        return value == null ? "" : PlainTextConverter.plain(value).strip();
    }

    void set(PatientField field, String value) {
        text.put(field.key(), value);
    }

    /** The value that the form started with. */
    String before(PatientField field) {
        return field.of(base);
    }

    PatientDemographics demographics() {
        HumanName old = base.name();
        HumanName name = new HumanName(
                get(PatientField.FAMILY),
                get(PatientField.GIVEN),
                get(PatientField.PREFIX),
                get(PatientField.SUFFIX),
                old.ideographic(),
                old.phonetic());
        return new PatientDemographics(
                Boolean.parseBoolean(get(PatientField.ACTIVE)),
                name,
                new PartialDate(get(PatientField.BIRTH_DATE)),
                AdministrativeGender.valueOf(get(PatientField.GENDER)),
                identifiers(),
                Death.of(get(PatientField.DECEASED), get(PatientField.DEATH_DATE), base.deceased()),
                contact());
    }

    private Contact contact() {
        return new Contact(
                get(PatientField.PHONE),
                get(PatientField.EMAIL),
                get(PatientField.ADDRESS_LINE),
                get(PatientField.CITY),
                get(PatientField.POSTAL_CODE),
                get(PatientField.COUNTRY),
                get(PatientField.LANGUAGE));
    }

    /** The number that people use, with the authority it had, before the others. */
    private List<PatientIdentifier> identifiers() {
        List<PatientIdentifier> all = new ArrayList<>(base.identifiers());
        String number = get(PatientField.NUMBER);
        if (all.isEmpty()) {
            return number.isEmpty() ? List.of() : List.of(new PatientIdentifier("", number, "usual"));
        }
        PatientIdentifier first = all.remove(0);
        if (!number.isEmpty()) {
            all.add(0, new PatientIdentifier(first.authority(), number, first.use()));
        }
        return all;
    }
}

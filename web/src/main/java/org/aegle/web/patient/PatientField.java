package org.aegle.web.patient;

import java.util.function.Function;
import org.aegle.patient.PatientDemographics;

/** The fields in which a patient's demographics are edited, each as text. */
enum PatientField {
    FAMILY("family", d -> d.name().family()),
    GIVEN("given", d -> d.name().given()),
    PREFIX("prefix", d -> d.name().prefix()),
    SUFFIX("suffix", d -> d.name().suffix()),
    BIRTH_DATE("birthDate", d -> d.birthDate().text()),
    GENDER("gender", d -> d.gender().name()),
    NUMBER(
            "number",
            d -> d.identifiers().isEmpty() ? "" : d.identifiers().get(0).value()),
    DECEASED("deceased", d -> Death.isDated(d.deceased()) ? "true" : d.deceased()),
    DEATH_DATE("deathDate", d -> Death.day(d.deceased())),
    ACTIVE("active", d -> Boolean.toString(d.active())),
    PHONE("phone", d -> d.contact().phone()),
    EMAIL("email", d -> d.contact().email()),
    ADDRESS_LINE("addressLine", d -> d.contact().addressLine()),
    POSTAL_CODE("postalCode", d -> d.contact().postalCode()),
    CITY("city", d -> d.contact().city()),
    COUNTRY("country", d -> d.contact().country()),
    LANGUAGE("language", d -> d.contact().language());

    private final String key;
    private final Function<PatientDemographics, String> value;

    PatientField(String key, Function<PatientDemographics, String> value) {
        this.key = key;
        this.value = value;
    }

    /** Its name in pages and message keys. */
    String key() {
        return key;
    }

    String of(PatientDemographics demographics) {
        return value.apply(demographics);
    }
}

package org.aegle.demo;

import java.util.List;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.Contact;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;

/** Made-up people with made-up addresses. */
final class DemoPatients {
    private DemoPatients() {}

    static List<PatientDemographics> all(String authority) {
        return List.of(
                patient(
                        authority,
                        "D-10001",
                        HumanName.of("Castellanos", "Maria Elena"),
                        "1968-04-12",
                        AdministrativeGender.FEMALE,
                        contact("+49 30 5550101", "Lindenallee 4", "Berlin", "10115", "DE", "es")),
                patient(
                        authority,
                        "D-10002",
                        HumanName.of("Whitfield", "George"),
                        "1951-09-30",
                        AdministrativeGender.MALE,
                        contact("+44 20 5550102", "12 Harbour Road", "London", "SE1 2AB", "GB", "en")),
                patient(
                        authority,
                        "D-10003",
                        HumanName.of("Nygård", "Astrid"),
                        "1983-01-05",
                        AdministrativeGender.FEMALE,
                        contact("+46 8 5550103", "Strandvägen 9", "Stockholm", "114 56", "SE", "sv")),
                patient(
                        authority,
                        "D-10004",
                        new HumanName("Yamada", "Tarou", "", "", "山田^太郎", "やまだ^たろう"),
                        "1974-07-21",
                        AdministrativeGender.MALE,
                        contact("+81 3 5550104", "2-3-1 Marunouchi", "Tokyo", "100-0005", "JP", "ja")),
                patient(
                        authority,
                        "D-10005",
                        HumanName.of("Okonkwo", "Chidi"),
                        "2015-06-02",
                        AdministrativeGender.MALE,
                        contact("+49 40 5550105", "Elbchaussee 77", "Hamburg", "22763", "DE", "de")),
                patient(
                        authority,
                        "D-10006",
                        HumanName.of("Müller-Lüdenscheidt", "Anneliese"),
                        "1939-12-24",
                        AdministrativeGender.FEMALE,
                        contact("+49 89 5550106", "Isarweg 1", "München", "80331", "DE", "de")));
    }

    private static PatientDemographics patient(
            String authority,
            String number,
            HumanName name,
            String born,
            AdministrativeGender gender,
            Contact contact) {
        return new PatientDemographics(
                true,
                name,
                new PartialDate(born),
                gender,
                List.of(new PatientIdentifier(authority, number, "usual")),
                "false",
                contact);
    }

    private static Contact contact(
            String phone, String line, String city, String postalCode, String country, String language) {
        return new Contact(phone, "", line, city, postalCode, country, language);
    }
}

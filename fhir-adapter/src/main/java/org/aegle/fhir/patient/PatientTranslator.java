package org.aegle.fhir.patient;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aegle.patient.AdministrativeGender;
import org.aegle.patient.Contact;
import org.aegle.patient.HumanName;
import org.aegle.patient.PartialDate;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientIdentifier;
import org.aegle.patient.PatientView;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/**
 * Patient between Aegle's typed values and FHIR R4. What a partner sent is kept verbatim; the typed values are laid over
 * it only where they have changed since, so that what Aegle has no words for survives.
 */
@ApplicationScoped
public class PatientTranslator {
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    private final FhirContext fhir = FhirContext.forR4Cached();

    /** The resource as JSON, as it is kept. */
    public String content(Patient patient) {
        return fhir.newJsonParser().encodeResourceToString(patient);
    }

    public Patient toFhir(PatientView view) {
        Patient patient = view.content().isEmpty()
                ? new Patient()
                : fhir.newJsonParser().parseResource(Patient.class, view.content());
        PatientDemographics typed = view.demographics();
        if (view.content().isEmpty() || !toDemographics(patient).equals(typed)) {
            lay(typed, patient);
        }
        patient.setId("Patient/" + view.id() + "/_history/" + view.version());
        patient.getMeta().setVersionId(Long.toString(view.version()));
        patient.getMeta().setLastUpdated(java.util.Date.from(view.updatedAt()));
        return patient;
    }

    public PatientDemographics toDemographics(Patient patient) {
        return new PatientDemographics(
                !patient.hasActive() || patient.getActive(),
                name(patient),
                new PartialDate(
                        patient.hasBirthDate() ? patient.getBirthDateElement().getValueAsString() : ""),
                AdministrativeGender.ofCode(
                                patient.hasGender() ? patient.getGender().toCode() : "")
                        .orElse(AdministrativeGender.UNSTATED),
                patient.getIdentifier().stream()
                        .filter(Identifier::hasValue)
                        .map(PatientTranslator::identifier)
                        .toList(),
                patient.hasDeceased() ? patient.getDeceased().primitiveValue() : "",
                contact(patient));
    }

    private static HumanName name(Patient patient) {
        Optional<org.hl7.fhir.r4.model.HumanName> latin = patient.getName().stream()
                .filter(n -> representation(n).isEmpty())
                .findFirst();
        return new HumanName(
                latin.map(PatientTranslator::family).orElse(""),
                latin.map(n -> given(n)).orElse(""),
                latin.map(org.hl7.fhir.r4.model.HumanName::getPrefixAsSingleString)
                        .orElse(""),
                latin.map(org.hl7.fhir.r4.model.HumanName::getSuffixAsSingleString)
                        .orElse(""),
                scripted(patient, "IDE"),
                scripted(patient, "SYL"));
    }

    /** A name that is nothing but its text is searched and shown by that. */
    private static String family(org.hl7.fhir.r4.model.HumanName name) {
        return name.hasFamily() || name.hasGiven() ? nonNull(name.getFamily()) : nonNull(name.getText());
    }

    private static String given(org.hl7.fhir.r4.model.HumanName name) {
        return name.getGiven().stream().map(StringType::getValue).collect(Collectors.joining(" "));
    }

    private static String scripted(Patient patient, String representation) {
        return patient.getName().stream()
                .filter(n -> representation(n).equals(representation))
                .findFirst()
                .map(n -> nonNull(n.getFamily()) + "^" + given(n))
                .orElse("");
    }

    private static String representation(org.hl7.fhir.r4.model.HumanName name) {
        Extension extension = name.getExtensionByUrl(REPRESENTATION);
        String code = extension == null ? "" : extension.getValue().primitiveValue();
        return code.equals("ABC") ? "" : code;
    }

    private static PatientIdentifier identifier(Identifier identifier) {
        return new PatientIdentifier(
                PatientIdentifier.authority(nonNull(identifier.getSystem())),
                identifier.getValue(),
                identifier.hasUse() ? identifier.getUse().toCode() : "");
    }

    private static Contact contact(Patient patient) {
        Address address = patient.getAddressFirstRep();
        return new Contact(
                telecom(patient, ContactPointSystem.PHONE),
                telecom(patient, ContactPointSystem.EMAIL),
                address.getLine().stream().map(StringType::getValue).collect(Collectors.joining(", ")),
                nonNull(address.getCity()),
                nonNull(address.getPostalCode()),
                nonNull(address.getCountry()),
                patient.hasCommunication()
                        ? nonNull(patient.getCommunicationFirstRep()
                                .getLanguage()
                                .getCodingFirstRep()
                                .getCode())
                        : "");
    }

    private static String telecom(Patient patient, ContactPointSystem system) {
        return patient.getTelecom().stream()
                .filter(t -> t.getSystem() == system)
                .findFirst()
                .map(t -> nonNull(t.getValue()))
                .orElse("");
    }

    private void lay(PatientDemographics typed, Patient over) {
        PatientDemographics before = toDemographics(over);
        over.setActive(typed.active());
        if (!before.name().equals(typed.name())) {
            over.setName(names(typed.name()));
        }
        over.setBirthDateElement(
                typed.birthDate().isEmpty()
                        ? null
                        : new DateType(typed.birthDate().text()));
        over.setGender(
                typed.gender() == AdministrativeGender.UNSTATED
                        ? null
                        : Enumerations.AdministrativeGender.fromCode(
                                typed.gender().code()));
        if (!before.identifiers().equals(typed.identifiers())) {
            over.setIdentifier(typed.identifiers().stream()
                    .map(PatientTranslator::identifier)
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
        if (!before.deceased().equals(typed.deceased())) {
            layDeceased(typed.deceased(), over);
        }
        if (!before.contact().equals(typed.contact())) {
            layContact(typed.contact(), over);
        }
    }

    private static List<org.hl7.fhir.r4.model.HumanName> names(HumanName typed) {
        List<org.hl7.fhir.r4.model.HumanName> names = new ArrayList<>();
        org.hl7.fhir.r4.model.HumanName latin = new org.hl7.fhir.r4.model.HumanName();
        latin.setFamily(orNull(typed.family()));
        for (String given : typed.given().split(" ")) {
            if (!given.isEmpty()) {
                latin.addGiven(given);
            }
        }
        if (!typed.prefix().isEmpty()) {
            latin.addPrefix(typed.prefix());
        }
        if (!typed.suffix().isEmpty()) {
            latin.addSuffix(typed.suffix());
        }
        if (!latin.isEmpty()) {
            names.add(latin);
        }
        addScripted(names, typed.ideographic(), "IDE");
        addScripted(names, typed.phonetic(), "SYL");
        return names;
    }

    private static void addScripted(List<org.hl7.fhir.r4.model.HumanName> names, String dicom, String representation) {
        if (dicom.isEmpty()) {
            return;
        }
        String[] parts = dicom.split("\\^", -1);
        org.hl7.fhir.r4.model.HumanName name = new org.hl7.fhir.r4.model.HumanName();
        name.addExtension(REPRESENTATION, new org.hl7.fhir.r4.model.CodeType(representation));
        name.setFamily(orNull(parts[0]));
        if (parts.length > 1 && !parts[1].isEmpty()) {
            name.addGiven(parts[1]);
        }
        names.add(name);
    }

    private static Identifier identifier(PatientIdentifier typed) {
        Identifier identifier =
                new Identifier().setSystem(orNull(typed.system())).setValue(typed.value());
        if (!typed.use().isEmpty()) {
            identifier.setUse(IdentifierUse.fromCode(typed.use()));
        }
        return identifier;
    }

    private static void layDeceased(String typed, Patient over) {
        if (typed.isEmpty()) {
            over.setDeceased(null);
        } else if (typed.equals("true") || typed.equals("false")) {
            over.setDeceased(new BooleanType(typed));
        } else {
            over.setDeceased(new DateTimeType(typed));
        }
    }

    private static void layContact(Contact typed, Patient over) {
        over.getTelecom()
                .removeIf(t -> t.getSystem() == ContactPointSystem.PHONE || t.getSystem() == ContactPointSystem.EMAIL);
        addTelecom(over, ContactPointSystem.PHONE, typed.phone());
        addTelecom(over, ContactPointSystem.EMAIL, typed.email());
        List<Address> further = over.getAddress().stream().skip(1).toList();
        Address first = new Address()
                .setCity(orNull(typed.city()))
                .setPostalCode(orNull(typed.postalCode()))
                .setCountry(orNull(typed.country()));
        if (!typed.addressLine().isEmpty()) {
            first.addLine(typed.addressLine());
        }
        over.setAddress(new ArrayList<>());
        if (!first.isEmpty()) {
            over.addAddress(first);
        }
        further.forEach(over::addAddress);
        layLanguage(typed.language(), over);
    }

    private static void layLanguage(String language, Patient over) {
        over.setCommunication(new ArrayList<>());
        if (!language.isEmpty()) {
            over.addCommunication()
                    .setPreferred(true)
                    .getLanguage()
                    .addCoding()
                    .setSystem("urn:ietf:bcp:47")
                    .setCode(language);
        }
    }

    private static void addTelecom(Patient over, ContactPointSystem system, String value) {
        if (!value.isEmpty()) {
            over.getTelecom().add(0, new ContactPoint().setSystem(system).setValue(value));
        }
    }

    private static String nonNull(String text) {
        return text == null ? "" : text;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

package org.aegle.patient;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aegle.directory.Organization;
import org.aegle.id.OrganizationId;
import org.aegle.id.PatientId;

/** A patient of an organisation. Each change is a new version; all versions are kept. */
@Entity
@Table(name = "patient")
public class Patient {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "patient_seq")
    @SequenceGenerator(name = "patient_seq", sequenceName = "patient_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @ManyToOne
    @JoinColumn(name = "organization_id")
    private Organization organization;

    private boolean active;
    private String family;
    private String given;
    private String prefix;
    private String suffix;
    private String ideographic;
    private String phonetic;

    @Column(name = "birth_date")
    private String birthDate;

    @Column(name = "birth_first")
    private LocalDate birthFirst;

    @Column(name = "birth_last")
    private LocalDate birthLast;

    private String gender;
    private String deceased;
    private String phone;
    private String email;

    @Column(name = "address_line")
    private String addressLine;

    private String city;

    @Column(name = "postal_code")
    private String postalCode;

    private String country;
    private String language;
    private String content;

    @Column(name = "name_dicom")
    private String nameDicom;

    @OneToMany(mappedBy = "patient", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<AssignedIdentifier> identifiers = new ArrayList<>();

    protected Patient() {}

    Patient(Organization organization, PatientDemographics demographics, String content, Instant at) {
        this.organization = organization;
        take(demographics, content, at);
        assign(demographics.identifiers());
    }

    public PatientId id() {
        return new PatientId(id);
    }

    long version() {
        return version;
    }

    public OrganizationId organization() {
        return organization.id();
    }

    void change(PatientDemographics demographics, String newContent, Instant at) {
        take(demographics, newContent, at);
    }

    /** Replaces the identifiers; the old ones must have been flushed away if any of them comes back. */
    void assign(List<PatientIdentifier> assigned) {
        for (int i = 0; i < assigned.size(); i++) {
            identifiers.add(new AssignedIdentifier(this, organization.id().value(), i, assigned.get(i)));
        }
    }

    List<PatientIdentifier> identifiers() {
        return identifiers.stream().map(AssignedIdentifier::value).toList();
    }

    void withdrawIdentifiers() {
        identifiers.clear();
    }

    PatientView view() {
        return new PatientView(id(), version, updatedAt, organization.name(), demographics(), content);
    }

    private PatientDemographics demographics() {
        return new PatientDemographics(
                active,
                new HumanName(family, given, prefix, suffix, ideographic, phonetic),
                new PartialDate(birthDate),
                AdministrativeGender.ofCode(gender).orElse(AdministrativeGender.UNSTATED),
                identifiers(),
                deceased,
                new Contact(phone, email, addressLine, city, postalCode, country, language));
    }

    private void take(PatientDemographics demographics, String newContent, Instant at) {
        active = demographics.active();
        takeName(demographics.name());
        birthDate = demographics.birthDate().text();
        birthFirst = demographics.birthDate().first().orElse(null);
        birthLast = demographics.birthDate().last().orElse(null);
        gender = demographics.gender().code();
        deceased = demographics.deceased();
        takeContact(demographics.contact());
        content = newContent;
        updatedAt = at;
    }

    private void takeName(HumanName name) {
        family = name.family();
        given = name.given();
        prefix = name.prefix();
        suffix = name.suffix();
        ideographic = name.ideographic();
        phonetic = name.phonetic();
        nameDicom = name.dicom();
    }

    private void takeContact(Contact contact) {
        phone = contact.phone();
        email = contact.email();
        addressLine = contact.addressLine();
        city = contact.city();
        postalCode = contact.postalCode();
        country = contact.country();
        language = contact.language();
    }
}

package org.aegle.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An identifier of a stored patient; within an organisation, authority and value name one patient. */
@Entity
@Table(name = "patient_identifier")
class AssignedIdentifier {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne
    @JoinColumn(name = "patient_id")
    private Patient patient;

    @Column(name = "organization_id")
    private long organizationId;

    private int position;
    private String authority;
    private String value;
    private String use;

    protected AssignedIdentifier() {}

    AssignedIdentifier(Patient patient, long organizationId, int position, PatientIdentifier identifier) {
        this.patient = patient;
        this.organizationId = organizationId;
        this.position = position;
        this.authority = identifier.authority();
        this.value = identifier.value();
        this.use = identifier.use();
    }

    PatientIdentifier value() {
        return new PatientIdentifier(authority, value, use);
    }
}

package org.aegle.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.aegle.id.OrganizationId;

/** A hospital, clinic or practice: the host of this archive, or a partner. Every record belongs to one. */
@Entity
@Table(name = "organization")
public class Organization {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String code;
    private String name;
    private boolean host;

    @Column(name = "patient_id_authority")
    private String patientIdAuthority;

    protected Organization() {}

    Organization(String code, String name, boolean host) {
        this.code = code;
        this.name = name;
        this.host = host;
        this.patientIdAuthority = code;
    }

    public OrganizationId id() {
        return new OrganizationId(id);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** The assigning authority of Patient IDs that come without an issuer. */
    public String patientIdAuthority() {
        return patientIdAuthority;
    }
}

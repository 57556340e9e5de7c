package org.aegle.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A program of an organisation that calls FHIR and DICOMweb. */
@Entity
@Table(name = "api_client")
public class ApiClient {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "client_id")
    private String clientId;

    private String name;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    @Column(name = "secret_hash")
    private String secretHash;

    private String scopes;
    private boolean enabled = true;

    protected ApiClient() {}

    ApiClient(String clientId, String name, Organization organization, String scopes, String secretHash) {
        this.clientId = clientId;
        this.name = name;
        this.organization = organization;
        this.scopes = scopes;
        this.secretHash = secretHash;
    }

    public long id() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    public String name() {
        return name;
    }

    public Organization organization() {
        return organization;
    }

    /** Scopes it may ask for, separated by spaces. */
    public String scopes() {
        return scopes;
    }

    public boolean isEnabled() {
        return enabled;
    }

    void changeSecret(String hash) {
        secretHash = hash;
    }

    String secretHash() {
        return secretHash;
    }
}

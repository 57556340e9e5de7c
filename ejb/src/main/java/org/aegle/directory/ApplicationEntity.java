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
import java.net.InetAddress;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A modality, PACS or viewer that speaks DIMSE: what it may ask for, from where, and where it can be sent to. */
@Entity
@Table(name = "application_entity")
public class ApplicationEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "ae_title")
    private String aeTitle;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    private String description;
    private String addresses = "";
    private String services = "";
    private String host = "";
    private Integer port;
    private boolean enabled = true;

    protected ApplicationEntity() {}

    ApplicationEntity(String aeTitle, String description, Organization organization) {
        this.aeTitle = aeTitle;
        this.description = description;
        this.organization = organization;
    }

    public long id() {
        return id;
    }

    public String aeTitle() {
        return aeTitle;
    }

    public String description() {
        return description;
    }

    public Organization organization() {
        return organization;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** What it may ask for. */
    public Set<EntityService> services() {
        Set<EntityService> allowed = EnumSet.noneOf(EntityService.class);
        Arrays.stream(services.split(" "))
                .filter(name -> !name.isEmpty())
                .map(EntityService::valueOf)
                .forEach(allowed::add);
        return allowed;
    }

    /** Whether it may call from there. */
    public boolean mayCallFrom(InetAddress address) {
        return NetworkAddresses.parse(addresses).admit(address);
    }

    /** C-MOVE can send to it. */
    public boolean isDestination() {
        return port != null;
    }

    /** Name or address where it listens; empty when it is no destination. */
    public String host() {
        return host;
    }

    /** Where it listens; 0 when it is no destination. */
    public int port() {
        return port == null ? 0 : port;
    }

    void allow(Set<EntityService> allowed, String from) {
        NetworkAddresses.parse(from);
        services = allowed.stream().sorted().map(EntityService::name).collect(Collectors.joining(" "));
        addresses = from;
    }

    void listenAt(String where, int on) {
        host = where;
        port = on;
    }
}

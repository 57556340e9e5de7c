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
import jakarta.persistence.Version;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
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
    private String certificate = "";
    private boolean tls;
    private boolean destination = true;

    @Column(name = "most_associations")
    private Integer mostAssociations;

    @Column(name = "idle_seconds")
    private Integer idleSeconds;

    @Version
    private long version;

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

    /** Whether it has shown the certificate that it must show. */
    public boolean isShownBy(List<X509Certificate> chain) {
        return CertificateRule.parse(certificate).admits(chain);
    }

    /** It listens somewhere. */
    public boolean isReachable() {
        return port != null;
    }

    /** C-MOVE can send to it. */
    public boolean isDestination() {
        return isReachable() && destination;
    }

    /** It is reached by TLS. */
    public boolean isTls() {
        return tls;
    }

    /** Associations that it may have at a time; 0 for any number. */
    public int mostAssociations() {
        return mostAssociations == null ? 0 : mostAssociations;
    }

    /** Seconds that it may be silent; 0 for the usual ones. */
    public int idleSeconds() {
        return idleSeconds == null ? 0 : idleSeconds;
    }

    /** Grows with each change. */
    public long version() {
        return version;
    }

    /** All that an administrator said of it. */
    public EntityDescription describe() {
        return new EntityDescription(
                aeTitle,
                description,
                organization.id(),
                enabled,
                addresses,
                certificate,
                services(),
                host,
                port(),
                tls,
                destination,
                mostAssociations(),
                idleSeconds());
    }

    /** Takes over what an administrator says; refuses with {@link org.aegle.refusal.Invalid}. */
    void change(EntityDescription to, Organization of) {
        EntityRules.require(to);
        aeTitle = to.aeTitle();
        description = to.description();
        organization = of;
        enabled = to.enabled();
        certificate = CertificateRule.parse(to.certificate()).text();
        allow(to.services(), to.addresses());
        host = to.host();
        port = to.port() == 0 ? null : to.port();
        tls = to.tls();
        destination = to.destination();
        mostAssociations = to.mostAssociations() == 0 ? null : to.mostAssociations();
        idleSeconds = to.idleSeconds() == 0 ? null : to.idleSeconds();
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

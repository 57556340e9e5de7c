package org.aegle.web.directory;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.aegle.directory.EntityDescription;
import org.aegle.directory.EntityService;
import org.aegle.id.OrganizationId;

/** An application entity while it is described. */
public class EntityForm implements Serializable {
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, Boolean> services = new HashMap<>();
    private long organization;
    private boolean enabled = true;
    private boolean tls;
    private boolean destination = true;

    /** An entity that may send and ask whether what it sent is safe, until somebody says otherwise. */
    static EntityForm empty(long organization) {
        EntityForm form = new EntityForm();
        form.organization = organization;
        form.choose(EnumSet.of(EntityService.ECHO, EntityService.STORE, EntityService.COMMIT));
        return form;
    }

    static EntityForm of(EntityDescription known) {
        EntityForm form = new EntityForm();
        form.text.put("aeTitle", known.aeTitle());
        form.text.put("description", known.description());
        form.text.put("addresses", known.addresses());
        form.text.put("certificate", known.certificate());
        form.text.put("host", known.host());
        form.text.put("port", number(known.port()));
        form.text.put("mostAssociations", number(known.mostAssociations()));
        form.text.put("idleSeconds", number(known.idleSeconds()));
        form.organization = known.organization().value();
        form.enabled = known.enabled();
        form.tls = known.tls();
        form.destination = known.destination();
        form.choose(known.services());
        return form;
    }

    private void choose(Set<EntityService> chosen) {
        for (EntityService service : EntityService.values()) {
            services.put(service.name(), chosen.contains(service));
        }
    }

    EntityDescription description() {
        Set<EntityService> chosen = EnumSet.noneOf(EntityService.class);
        for (EntityService service : EntityService.values()) {
            if (Boolean.TRUE.equals(services.get(service.name()))) {
                chosen.add(service);
            }
        }
        return new EntityDescription(
                get("aeTitle"),
                get("description"),
                new OrganizationId(organization),
                enabled,
                get("addresses"),
                get("certificate"),
                chosen,
                get("host"),
                number(get("port")),
                tls,
                destination,
                number(get("mostAssociations")),
                number(get("idleSeconds")));
    }

    private String get(String key) {
        String value = text.get(key);
        return value == null ? "" : value.strip();
    }

    private static String number(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }

    /** What is no number becomes one that no rule allows. */
    private static int number(String typed) {
        if (typed.isEmpty()) {
            return 0;
        }
        return typed.matches("[1-9][0-9]{0,7}") ? Integer.parseInt(typed) : -1;
    }

    /** What is typed, by the name of the attribute. */
    public Map<String, String> getText() {
        return text;
    }

    /** Which services are chosen, by their name. */
    public Map<String, Boolean> getServices() {
        return services;
    }

    public long getOrganization() {
        return organization;
    }

    public void setOrganization(long organization) {
        this.organization = organization;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isTls() {
        return tls;
    }

    public void setTls(boolean tls) {
        this.tls = tls;
    }

    public boolean isDestination() {
        return destination;
    }

    public void setDestination(boolean destination) {
        this.destination = destination;
    }
}

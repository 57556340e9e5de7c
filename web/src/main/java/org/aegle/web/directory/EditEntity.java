package org.aegle.web.directory;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import org.aegle.access.EchoOutcome;
import org.aegle.access.EntityAdministration;
import org.aegle.access.EntityProbe;
import org.aegle.access.EntityView;
import org.aegle.directory.EntityService;
import org.aegle.refusal.NotFound;
import org.aegle.web.page.FacesMessages;
import org.aegle.web.session.CurrentCaller;

/**
 * Describing an application entity, a new or a known one, and trying whether it answers. Whoever saves after somebody else
 * did is told so, and nothing is overwritten.
 */
@Named
@ViewScoped
public class EditEntity implements Serializable {
    private static final String LIST = "/directory/entities";

    @Inject
    private EntityAdministration administration;

    @Inject
    private EntityProbe probe;

    @Inject
    private CurrentCaller me;

    @Inject
    private FacesMessages messages;

    private String id = "";
    private EntityView entity;
    private EntityForm form;
    private Map<String, Long> organizations = Map.of();
    private EchoOutcome echo;
    private boolean deleting;

    public void open() {
        me.require("ADMINISTER");
        organizations = administration.organizations(me.get());
        if (isFresh()) {
            form = EntityForm.empty(me.get().organization().value());
        } else {
            entity = administration.get(me.get(), key());
            form = EntityForm.of(entity.description());
        }
    }

    private long key() {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new NotFound("ApplicationEntity", id);
        }
    }

    public void save() throws IOException {
        EntityView saved = isFresh()
                ? administration.create(me.get(), form.description())
                : administration.update(me.get(), entity.id(), entity.version(), form.description());
        leave("entity.saved", saved.description().aeTitle());
    }

    /** Calls the entity as it is typed, saved or not. */
    public void test() {
        echo = probe.echo(me.get(), form.description());
    }

    /** Asks before deleting. */
    public void askDelete() {
        deleting = true;
    }

    public void keep() {
        deleting = false;
    }

    public void delete() throws IOException {
        administration.delete(me.get(), entity.id(), entity.version());
        leave("entity.deleted", entity.description().aeTitle());
    }

    private void leave(String key, String aeTitle) throws IOException {
        messages.confirmThere(key, aeTitle);
        FacesContext.getCurrentInstance().getExternalContext().redirect(LIST);
    }

    public boolean isFresh() {
        return id.isEmpty();
    }

    public boolean isDeleting() {
        return deleting;
    }

    public EchoOutcome getEcho() {
        return echo;
    }

    public EntityService[] getServices() {
        return EntityService.values();
    }

    public Map<String, Long> getOrganizations() {
        return organizations;
    }

    public EntityForm getForm() {
        return form;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }
}

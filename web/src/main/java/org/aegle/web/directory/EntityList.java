package org.aegle.web.directory;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.aegle.access.EntityAdministration;
import org.aegle.access.EntityView;
import org.aegle.directory.PrivateSopClass;
import org.aegle.web.page.FacesMessages;
import org.aegle.web.session.CurrentCaller;

/** All application entities, and the SOP classes that are stored beyond the standard's. */
@Named
@ViewScoped
public class EntityList implements Serializable {
    @Inject
    private EntityAdministration administration;

    @Inject
    private CurrentCaller me;

    @Inject
    private FacesMessages messages;

    private List<EntityView> entities = List.of();
    private List<PrivateSopClass> sopClasses = List.of();
    private String uid = "";
    private String name = "";

    @PostConstruct
    void open() {
        if (me.allows("ADMINISTER")) {
            entities = administration.all(me.get());
            sopClasses = administration.sopClasses(me.get());
        }
    }

    public void addSopClass() {
        administration.addSopClass(me.get(), new PrivateSopClass(uid.strip(), name.strip()));
        messages.confirm("sopClass.added", uid.strip());
        uid = "";
        name = "";
        sopClasses = administration.sopClasses(me.get());
    }

    public void removeSopClass(PrivateSopClass gone) {
        administration.removeSopClass(me.get(), gone.uid());
        messages.confirm("sopClass.removed", gone.uid());
        sopClasses = administration.sopClasses(me.get());
    }

    public List<EntityView> getEntities() {
        return entities;
    }

    public List<PrivateSopClass> getSopClasses() {
        return sopClasses;
    }

    public String getUid() {
        return uid;
    }

    public void setUid(String uid) {
        this.uid = Objects.requireNonNullElse(uid, "");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }
}

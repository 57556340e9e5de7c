package org.aegle.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import org.aegle.directory.Accounts;
import org.aegle.directory.ApplicationEntities;
import org.aegle.directory.EntityService;
import org.aegle.directory.Organization;

/** The application entities of the demo hospital: the usual test programs on this machine. */
@Stateless
@PermitAll
public class DemoEntities {
    private static final String LOOPBACK = "127.0.0.0/8 ::1";
    private static final String DESCRIPTION = "Demo entity";
    private static final List<String> CALLERS =
            List.of("STORESCU", "FINDSCU", "MOVESCU", "GETSCU", "ECHOSCU", "DCMSEND", "ORTHANC", "PYNETDICOM");
    private static final List<Listener> LISTENERS =
            List.of(new Listener("MOVEDEST", 11113), new Listener("ORTHANC", 14242));

    @Inject
    private Accounts accounts;

    @Inject
    private ApplicationEntities entities;

    /** Makes those that are missing; what was changed since stays so. */
    public void make() {
        Organization host = accounts.findHost().orElseThrow();
        for (String title : CALLERS) {
            if (entities.find(title).isEmpty()) {
                entities.createCaller(title, DESCRIPTION, host.id(), EnumSet.allOf(EntityService.class), LOOPBACK);
            }
        }
        for (Listener listener : LISTENERS) {
            boolean known = entities.find(listener.aeTitle())
                    .filter(entity ->
                            entity.isDestination() || !entity.description().equals(DESCRIPTION))
                    .isPresent();
            if (!known) {
                entities.addDestination(listener.aeTitle(), DESCRIPTION, host.id(), "127.0.0.1", listener.port());
            }
        }
    }

    private record Listener(String aeTitle, int port) {}
}

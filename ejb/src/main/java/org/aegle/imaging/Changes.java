package org.aegle.imaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditEntry;
import org.aegle.audit.AuditTrail;
import org.aegle.change.ChangeLog;
import org.aegle.change.ChangePage;
import org.aegle.directory.Role;
import org.aegle.refusal.Invalid;

/** What was stored, changed and deleted, for those who keep up with it. */
@Stateless
@RolesAllowed({
    Role.Names.PHYSICIAN,
    Role.Names.RADIOLOGIST,
    Role.Names.TECHNOLOGIST,
    Role.Names.CLERK,
    Role.Names.CLIENT
})
public class Changes {
    /** Changes that one answer tells of at the most. */
    public static final int MOST = 1000;

    @Inject
    private AccessPolicy policy;

    @Inject
    private ChangeLog log;

    @Inject
    private AuditTrail trail;

    /**
     * The changes behind a number, of the objects that the caller may see. Refuses with {@link Invalid}.
     *
     * @param since number of the last change that is known, 0 for none
     * @param limit 1 to {@link #MOST}
     */
    public ChangePage since(Caller caller, long since, int limit) {
        String basis = policy.require(caller, Activity.SEARCH_STUDIES);
        if (since < 0) {
            throw new Invalid("since", "must be a number of the feed, or 0 for its beginning");
        }
        if (limit < 1 || limit > MOST) {
            throw new Invalid("limit", "must be 1 to " + MOST);
        }
        ChangePage page = log.read(policy.filter(caller).organization(), since, limit);
        trail.record(AuditEntry.of(AuditAction.SEARCH, caller.agent(), basis)
                .on("Change", "")
                .with("since " + since + " found " + page.changes().size()));
        return page;
    }
}

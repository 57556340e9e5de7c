package org.aegle.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.aegle.imaging.RetrieveScope;
import org.aegle.imaging.StudyDeletion;
import org.aegle.refusal.Invalid;

/**
 * Deletes a study, a series or an instance for good, which PS3.18 leaves to the origin server: 204 when it is gone, 404
 * for what is not there or not to be seen. A {@code reason} goes into the audit trail.
 */
@RequestScoped
@Path("/")
public class DeleteStudy {
    @Inject
    private StudyDeletion deletion;

    @Inject
    private RequestCaller caller;

    @DELETE
    @Path("studies/{study}")
    public Response study(@BeanParam RequestedScope requested, @QueryParam("reason") @DefaultValue("") String reason) {
        return delete(requested.get(), reason);
    }

    @DELETE
    @Path("studies/{study}/series/{series}")
    public Response series(@BeanParam RequestedScope requested, @QueryParam("reason") @DefaultValue("") String reason) {
        return delete(requested.get(), reason);
    }

    @DELETE
    @Path("studies/{study}/series/{series}/instances/{instance}")
    public Response instance(
            @BeanParam RequestedScope requested, @QueryParam("reason") @DefaultValue("") String reason) {
        return delete(requested.get(), reason);
    }

    private Response delete(RetrieveScope scope, String reason) {
        if (reason.length() > StudyDeletion.LONGEST_REASON) {
            throw new Invalid("reason", "must have at most " + StudyDeletion.LONGEST_REASON + " characters");
        }
        deletion.delete(caller.get(), scope, reason);
        return Response.noContent().build();
    }
}

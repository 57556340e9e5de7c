package org.aegle.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.aegle.access.AccessPolicy;
import org.aegle.access.Activity;
import org.aegle.access.Caller;
import org.aegle.access.http.CallerAuthentication;
import org.aegle.directory.Role;
import org.aegle.refusal.NotPermitted;

/** Who uses the portal in this request, and what a page may offer to them. */
@Named("me")
@RequestScoped
public class CurrentCaller {
    @Inject
    private HttpServletRequest request;

    @Inject
    private AccessPolicy policy;

    /** The person; {@link RequireSignIn} lets nobody else through to a page that asks. */
    public Caller get() {
        return CallerAuthentication.caller(request)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in at " + request.getServletPath()));
    }

    public boolean isSignedIn() {
        return CallerAuthentication.caller(request).isPresent();
    }

    /** Whether a page may offer it; the boundary decides again when it is done. */
    public boolean allows(String activity) {
        return policy.allows(get(), Activity.valueOf(activity));
    }

    /** Refuses to open a page that the person's role has nothing to do on, before any of it is rendered. */
    public void require(String activity) {
        if (!allows(activity)) {
            throw new NotPermitted(activity);
        }
    }

    public String getDisplayName() {
        return get().displayName();
    }

    public String getUsername() {
        return get().name();
    }

    public String getOrganization() {
        return get().organizationName();
    }

    public List<Role> getRoles() {
        return get().roles().stream().sorted().toList();
    }

    /** Up to two letters that stand for the person; titles such as Dr. are left out. */
    public String getInitials() {
        String untitled = getDisplayName().replaceAll("\\p{L}+\\.", " ").replaceAll("\\p{Punct}", " ");
        String[] words = untitled.strip().split("\\s+");
        String first = firstLetter(words[0]);
        return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
    }

    private static String firstLetter(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase();
    }
}

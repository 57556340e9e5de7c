package org.aegle.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.aegle.access.Caller;
import org.aegle.access.SignIn;
import org.aegle.access.http.CallerAuthentication;
import org.aegle.web.format.Texts;
import org.aegle.web.look.SessionPreferences;

/** Coming in by name and password. Why it failed is not told: only the audit trail learns it. */
@Named
@RequestScoped
public class Login {
    @Inject
    private SignIn signIn;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Texts texts;

    private String username = "";
    private String password = "";

    /** Starts the session under a new id and leads to where the person wanted to go. */
    public void enter() throws IOException {
        Optional<Caller> caller = signIn.withPassword(username.strip(), password, request.getRemoteAddr());
        password = "";
        if (caller.isEmpty()) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.get("login.failed"), ""));
            return;
        }
        CallerAuthentication.begin(request, caller.get());
        SessionPreferences.keep(request, signIn.preferences(caller.get()));
        faces.getExternalContext().redirect(ReturnAddress.of(getFrom()).path());
    }

    /** Somebody who is signed in already needs no sign-in page. */
    public void skip() throws IOException {
        if (CallerAuthentication.caller(request).isPresent()) {
            faces.getExternalContext().redirect(ReturnAddress.of(getFrom()).path());
        }
    }

    /** The address to return to, as the request carries it. */
    public String getFrom() {
        return request.getParameter("from");
    }

    public boolean isLeft() {
        return request.getParameter("left") != null;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}

package org.aegle.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.aegle.access.SignIn;
import org.aegle.web.format.Texts;
import org.aegle.web.look.Look;
import org.aegle.web.page.FacesMessages;
import org.aegle.web.session.CurrentCaller;

/** What people may change about their own account: password, language, theme. */
@Named
@RequestScoped
public class AccountSettings {
    @Inject
    private SignIn signIn;

    @Inject
    private CurrentCaller me;

    @Inject
    private FacesMessages messages;

    @Inject
    private Texts texts;

    @Inject
    private Look look;

    private String language = "";
    private String theme = "";
    private String oldPassword = "";
    private String newPassword = "";
    private String repeated = "";

    public void changePassword() {
        if (!newPassword.equals(repeated)) {
            String text = texts.get("account.password.different");
            FacesContext.getCurrentInstance()
                    .addMessage("password:repeated", new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
            return;
        }
        signIn.changePassword(me.get(), oldPassword, newPassword);
        messages.confirm("account.password.changed");
    }

    /** Remembers language and theme and shows the page anew in them. */
    public void savePreferences() throws IOException {
        look.speak(language);
        look.paint(theme);
        messages.confirmThere("account.look.saved");
        FacesContext.getCurrentInstance().getExternalContext().redirect("/account/settings");
    }

    public String getLanguage() {
        return language.isEmpty() ? look.getLanguage() : language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getTheme() {
        return theme.isEmpty() ? look.getTheme() : theme;
    }

    public void setTheme(String theme) {
        this.theme = theme;
    }

    public String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}

package org.aegle.web.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.aegle.web.look.Languages;

/** Shows pages in the language that the account has chosen; Faces by itself follows the browser alone. */
public class ChosenLanguage extends ViewHandlerWrapper {
    public ChosenLanguage(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext faces) {
        return Languages.of((HttpServletRequest) faces.getExternalContext().getRequest());
    }
}

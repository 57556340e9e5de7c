package org.aegle.web.format;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.aegle.web.look.Languages;

/** The words of the portal in the language of this request. */
@Named
@RequestScoped
public class Texts {
    public static final String BUNDLE = "org.aegle.web.messages";

    @Inject
    private HttpServletRequest request;

    /** A text with its values filled in, numbers as the language writes them. */
    public String get(String key, Object... values) {
        Locale locale = Languages.of(request);
        String text = bundle(locale).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    public boolean has(String key) {
        return bundle(Languages.of(request)).containsKey(key);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale);
    }
}

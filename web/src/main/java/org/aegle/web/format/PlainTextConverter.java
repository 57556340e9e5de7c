package org.aegle.web.format;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.util.regex.Pattern;

/**
 * Takes out of every text that comes in what nobody can type into a line: control characters, which a database refuses
 * (U+0000) or a list would show as something else than it is.
 */
@FacesConverter(forClass = String.class)
public class PlainTextConverter implements Converter<String> {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** The text without control characters. */
    public static String plain(String text) {
        return CONTROL.matcher(text).replaceAll("");
    }

    @Override
    public String getAsObject(FacesContext faces, UIComponent field, String typed) {
        return typed == null ? null : plain(typed);
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, String value) {
        return value == null ? "" : value;
    }
}

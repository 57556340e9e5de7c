package org.aegle.web.format;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.format.DateTimeFormatter;
import org.aegle.patient.PartialDate;

/** A date as people type it, to and from its ISO text; what is no date is told with examples. */
@FacesConverter("partialDate")
public class PartialDateConverter implements Converter<String> {
    @Override
    public String getAsObject(FacesContext faces, UIComponent field, String typed) {
        if (typed == null || typed.isBlank()) {
            return "";
        }
        return PartialDate.parse(typed).map(PartialDate::text).orElseThrow(() -> {
            String text = texts().get("date.invalid", typed.strip());
            return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        });
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, String iso) {
        if (iso == null || iso.length() != 10) {
            return iso == null ? "" : iso;
        }
        DateTimeFormatter typed = DateTimeFormatter.ofPattern(texts().get("format.date.typed"));
        return PartialDate.parse(iso)
                .flatMap(PartialDate::first)
                .map(typed::format)
                .orElse(iso);
    }

    private static Texts texts() {
        return CDI.current().select(Texts.class).get();
    }
}

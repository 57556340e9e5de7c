package org.aegle.web.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that the portal speaks, and which of them a request gets. */
public final class Languages {
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private Languages() {}

    /** The person's choice, or else the first language of the browser that is spoken here, or else English. */
    public static Locale of(HttpServletRequest request) {
        return find(SessionPreferences.of(request).language())
                .or(() -> Collections.list(request.getLocales()).stream()
                        .flatMap(wanted -> find(wanted.getLanguage()).stream())
                        .findFirst())
                .orElse(Locale.ENGLISH);
    }

    /** A language by its tag, if it is spoken. */
    public static Optional<Locale> find(String tag) {
        return SPOKEN.stream().filter(l -> l.getLanguage().equals(tag)).findFirst();
    }
}

package org.aegle.web.look;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.aegle.access.Preferences;
import org.aegle.access.SignIn;
import org.aegle.access.http.CallerAuthentication;

/** How the portal shows itself in this request: language, theme, time zone, width of the rail. */
@Named
@RequestScoped
public class Look {
    private static final String ZONE_COOKIE = "aegle-zone";
    private static final String RAIL_COOKIE = "aegle-rail";

    @Inject
    private HttpServletRequest request;

    @Inject
    private SignIn signIn;

    public Locale getLocale() {
        return Languages.of(request);
    }

    /** {@code light}, {@code dark}, or {@code system}. */
    public String getTheme() {
        String chosen = SessionPreferences.of(request).theme();
        return chosen.equals("light") || chosen.equals("dark") ? chosen : "system";
    }

    /** Media query under which a theme's stylesheets apply. */
    public String media(String theme) {
        return switch (getTheme()) {
            case "system" -> "(prefers-color-scheme: " + theme + ")";
            default -> getTheme().equals(theme) ? "all" : "not all";
        };
    }

    /** The browser's zone, or the server's where the browser has not told. */
    public ZoneId getZone() {
        return cookie(ZONE_COOKIE).flatMap(Look::zone).orElseGet(ZoneId::systemDefault);
    }

    public boolean isNarrowRail() {
        return cookie(RAIL_COOKIE).filter("narrow"::equals).isPresent();
    }

    /** Remembers a language, or none to follow the browser, for this session and the account. */
    public void speak(String language) {
        prefer(new Preferences(
                Languages.find(language).map(Locale::getLanguage).orElse(""),
                SessionPreferences.of(request).theme()));
    }

    /** Remembers a theme, or {@code system}, for this session and the account. */
    public void paint(String theme) {
        String known = theme.equals("light") || theme.equals("dark") ? theme : "";
        prefer(new Preferences(SessionPreferences.of(request).language(), known));
    }

    /** The tag of the chosen language, or {@code browser}. */
    public String getLanguage() {
        String chosen = SessionPreferences.of(request).language();
        return chosen.isEmpty() ? "browser" : chosen;
    }

    private void prefer(Preferences preferences) {
        CallerAuthentication.caller(request).ifPresent(caller -> signIn.prefer(caller, preferences));
        SessionPreferences.keep(request, preferences);
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id.replace('~', '/')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

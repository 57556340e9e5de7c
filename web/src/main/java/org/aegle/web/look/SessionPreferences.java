package org.aegle.web.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.aegle.access.Preferences;

/** The preferences of the person whose session it is, so that not every request reads the account. */
public final class SessionPreferences {
    private static final String KEY = "org.aegle.web.preferences";
    private static final Preferences NONE = new Preferences("", "");

    private SessionPreferences() {}

    static Preferences of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(KEY);
        return kept instanceof Preferences preferences ? preferences : NONE;
    }

    /** Remembers them for the rest of the session. */
    public static void keep(HttpServletRequest request, Preferences preferences) {
        request.getSession().setAttribute(KEY, preferences);
    }
}

package org.aegle.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.aegle.access.Preferences;

/** The preferences of the person whose session it is, so that not every request reads the account. */
final class SessionPreferences {
    private static final String KEY = "org.aegle.web.preferences";
    private static final Preferences NONE = new Preferences("", "");

    private SessionPreferences() {}

    static Preferences of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(KEY);
        return kept instanceof Preferences preferences ? preferences : NONE;
    }

    static void keep(HttpServletRequest request, Preferences preferences) {
        request.getSession().setAttribute(KEY, preferences);
    }
}

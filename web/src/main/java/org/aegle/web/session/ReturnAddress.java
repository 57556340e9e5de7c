package org.aegle.web.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a person wanted to go before they had to sign in. Only an address within the portal is taken: anything that a
 * browser could read as another site leads home.
 *
 * @param path absolute path with query
 */
record ReturnAddress(String path) {
    static final ReturnAddress HOME = new ReturnAddress("/home");

    private static final int LONGEST = 2000;

    /** From a request parameter, or {@link #HOME} when it is absent or leads elsewhere. */
    static ReturnAddress of(String wanted) {
        return wanted != null && isLocal(wanted) ? new ReturnAddress(wanted) : HOME;
    }

    /** The sign-in page that leads back here. */
    String signIn() {
        return equals(HOME) ? "/login" : "/login?from=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static boolean isLocal(String wanted) {
        return wanted.length() <= LONGEST
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && !wanted.equals("/")
                && !wanted.startsWith("/login")
                && wanted.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }
}

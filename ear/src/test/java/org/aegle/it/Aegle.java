package org.aegle.it;

import java.net.URI;

/** The running Aegle that the tests talk to, with the demo hospital loaded. */
public final class Aegle {
    private Aegle() {}

    /** An address of it. */
    public static URI at(String path) {
        return URI.create(base() + path);
    }

    /** Its base address, without a slash at the end. */
    public static String base() {
        return System.getProperty("aegle.base", "http://localhost:28080");
    }

    /** Password of all demo accounts and secret of all demo clients. */
    public static String password() {
        String password = System.getenv("AEGLE_DEMO_PASSWORD");
        if (password == null) {
            throw new IllegalStateException("AEGLE_DEMO_PASSWORD must be set");
        }
        return password;
    }
}

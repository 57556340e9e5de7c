package org.aegle.it;

/** Where the server under test is, and how to get in. */
public final class Aegle {
    private Aegle() {}

    /** Base address without a slash at its end. */
    public static String base() {
        return System.getProperty("aegle.base", "http://localhost:" + RunningAegle.HTTP_PORT);
    }

    /** Of all demo accounts and clients. */
    public static String demoPassword() {
        return System.getProperty("aegle.demo.password", RunningAegle.DEMO_PASSWORD);
    }
}

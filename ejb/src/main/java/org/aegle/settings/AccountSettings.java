package org.aegle.settings;

/**
 * The first accounts.
 *
 * @param adminPassword password of {@code admin} when it does not exist yet (AEGLE_ADMIN_PASSWORD), or empty
 * @param demo whether the demo hospital is loaded (AEGLE_DEMO)
 * @param demoPassword password of the demo accounts and secret of the demo clients (AEGLE_DEMO_PASSWORD), or empty
 */
public record AccountSettings(String adminPassword, boolean demo, String demoPassword) {
    @Override
    public String toString() {
        return "AccountSettings[demo=" + demo + "]";
    }
}

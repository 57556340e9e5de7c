package org.aegle.audit;

import java.io.Serializable;

/**
 * Who did it.
 *
 * @param name user name, client id or AE title as it was given
 * @param kind USER, CLIENT, AE or SYSTEM
 * @param organization key of the agent's organisation, 0 where none is known
 * @param address network address it came from, or empty
 */
public record Agent(String name, String kind, long organization, String address) implements Serializable {
    /** Somebody who is not, or not yet, signed in. */
    public static Agent unknown(String name, String address) {
        return new Agent(name, "UNKNOWN", 0, address);
    }

    /** Aegle itself. */
    public static Agent system() {
        return new Agent("aegle", "SYSTEM", 0, "");
    }
}

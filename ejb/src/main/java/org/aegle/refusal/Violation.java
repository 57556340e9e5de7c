package org.aegle.refusal;

import java.io.Serializable;

/**
 * One thing wrong with what was sent.
 *
 * @param path where: a FHIR element path, a query parameter, an attribute keyword
 * @param rule what should have been there, in plain words and with the allowed values
 * @param clause the standard's clause, or empty
 */
public record Violation(String path, String rule, String clause) implements Serializable {
    public static Violation of(String path, String rule) {
        return new Violation(path, rule, "");
    }
}

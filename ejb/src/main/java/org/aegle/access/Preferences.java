package org.aegle.access;

import java.io.Serializable;

/**
 * How a person likes the portal.
 *
 * @param language language tag, or empty to follow the browser
 * @param theme light, dark, or empty to follow the system
 */
public record Preferences(String language, String theme) implements Serializable {}

package org.aegle.directory;

import java.io.Serializable;

/**
 * A storage SOP class that the standard does not have and that is taken all the same.
 *
 * @param uid SOP Class UID
 * @param name for people
 */
public record PrivateSopClass(String uid, String name) implements Serializable {}

package org.aegle.access;

import java.io.Serializable;
import org.aegle.directory.EntityDescription;

/**
 * An application entity as administrators see it.
 *
 * @param id its key
 * @param version grows with each change
 * @param organizationName whose it is, for people
 * @param description all that was said of it
 */
public record EntityView(long id, long version, String organizationName, EntityDescription description)
        implements Serializable {}

package org.aegle.web.imaging;

import java.io.Serializable;

/**
 * A line of the list of an instance's attributes.
 *
 * @param level 0 for the data set itself, more for items of sequences
 * @param tag as the standard writes it, {@code (0010,0010)}; empty for an item
 * @param name of the standard, or empty for private elements
 * @param parent whether lines of a deeper level follow that belong to it
 */
public record AttributeRow(int level, String tag, String vr, String name, String value, boolean parent)
        implements Serializable {}

package org.aegle.change;

import java.io.Serializable;
import java.time.Instant;

/**
 * A change at its place in the feed.
 *
 * @param number its place, from 1 on without gaps within an organisation
 * @param at when it was made
 */
public record NumberedChange(long number, Instant at, Change change) implements Serializable {}

package org.aegle.imaging.arrival;

import java.io.Serializable;

/**
 * An attribute in which an object differs from the one that is stored under its UID.
 *
 * @param tag its tag
 * @param came value of the one that came, empty for none
 * @param known value of the one that is stored, empty for none
 */
public record AttributeDifference(int tag, String came, String known) implements Serializable {}

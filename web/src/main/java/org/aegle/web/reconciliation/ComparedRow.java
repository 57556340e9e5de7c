package org.aegle.web.reconciliation;

import java.io.Serializable;

/**
 * A line of the comparison.
 *
 * @param label for people to read
 * @param came what the objects tell
 * @param known what is known
 * @param differs whether the two contradict each other
 */
public record ComparedRow(String label, String came, String known, boolean differs) implements Serializable {}

package org.aegle.search;

/**
 * What a table can be sorted by.
 *
 * @param expression never null for any row
 * @param type its SQL type, to read it back from a cursor
 */
public record SortKey(String expression, String type) {}

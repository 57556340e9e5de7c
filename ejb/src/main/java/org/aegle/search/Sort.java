package org.aegle.search;

/** One key of an order, by the name the table gives it. */
public record Sort(String key, boolean descending) {}

package org.aegle.access;

import java.util.function.Function;
import org.aegle.search.SearchTable;

/**
 * A log that some people may read, and what is told of each of its rows.
 *
 * @param activity reading it
 * @param columns of a row
 * @param row makes of them what people see
 */
public record LogTable<T>(SearchTable table, Activity activity, String columns, Function<Object[], T> row) {}

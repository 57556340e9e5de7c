package org.aegle.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Inserts many rows by few statements, where the database's own rules (ON CONFLICT, RETURNING, defaults) are wanted that
 * entities do not have.
 *
 * @param into the statement up to VALUES
 * @param row the values of one row, with a question mark for each parameter
 * @param ending what follows the rows, as {@code on conflict do nothing returning id}; must return something
 */
public record RowInsert(String into, String row, String ending) {
    /** The protocol takes 65,535 parameters in a statement. */
    private static final int ROWS = 500;

    /** Inserts the rows in their order and gives the first column of what they return. */
    public List<Object> run(EntityManager entities, List<Object[]> rows) {
        List<Object> returned = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS) {
            insert(entities, rows.subList(from, Math.min(rows.size(), from + ROWS)))
                    .forEach(columns -> returned.add(columns[0]));
        }
        return returned;
    }

    private List<Object[]> insert(EntityManager entities, List<Object[]> rows) {
        String values = String.join(", ", Collections.nCopies(rows.size(), row));
        List<Object> parameters = rows.stream().flatMap(Arrays::stream).toList();
        return Selection.run(entities, into + " values " + values + " " + ending, parameters);
    }
}

package org.aegle.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
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

    /** Inserts the rows in their order and gives what they return. */
    public List<?> run(EntityManager entities, List<Object[]> rows) {
        List<Object> returned = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS) {
            returned.addAll(insert(entities, rows.subList(from, Math.min(rows.size(), from + ROWS))));
        }
        return returned;
    }

    private List<?> insert(EntityManager entities, List<Object[]> rows) {
        String values = String.join(", ", Collections.nCopies(rows.size(), row));
        Query query = entities.createNativeQuery(into + " values " + values + " " + ending);
        int position = 0;
        for (Object[] parameters : rows) {
            for (Object parameter : parameters) {
                query.setParameter(++position, parameter);
            }
        }
        return query.getResultList();
    }
}

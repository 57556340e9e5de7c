package org.aegle.search;

import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The rows of a native query of several columns, and what their columns hold. */
public final class Rows {
    private Rows() {}

    @SuppressWarnings("unchecked") // a native query without a result class has no other type
    public static List<Object[]> of(Query query) {
        return query.getResultList();
    }

    /** A {@code timestamptz}, in whichever form the driver gives it. */
    public static Instant instant(Object column) {
        return column instanceof Timestamp t ? t.toInstant() : ((OffsetDateTime) column).toInstant();
    }

    /** A number of any width. */
    public static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** Text, empty for NULL. */
    public static String text(Object column) {
        return column == null ? "" : column.toString();
    }
}

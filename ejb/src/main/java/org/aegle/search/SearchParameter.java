package org.aegle.search;

/**
 * One thing that can be searched by: its name in the standard that brings it, and the SQL that stands for it.
 *
 * @param name as FHIR or DICOM spell it
 * @param kind how its values compare
 * @param column expression that is compared; for {@link Kind#DATE} the first day it may mean
 * @param second for {@link Kind#DATE} the last day it may mean, for {@link Kind#IDENTIFIER} the authority, for names
 *     of {@link Kind#STRING} the codes of how they sound; else empty
 * @param within what the comparison stands in, with {@code {}} in its place: {@code {}} alone, or a subselect
 */
public record SearchParameter(String name, Kind kind, String column, String second, String within) {
    /** How the values of a parameter compare. */
    public enum Kind {
        /** Exact, case matters. */
        TOKEN,
        /** Folded: neither case nor accents matter. */
        STRING,
        /** A number. */
        NUMBER,
        /** Days. */
        DATE,
        /** Text that sorts as time does: HHMMSS.FFFFFF. */
        TIME,
        /** A value and who assigned it. */
        IDENTIFIER
    }

    private static final String ITSELF = "{}";

    public static SearchParameter token(String name, String column) {
        return new SearchParameter(name, Kind.TOKEN, column, "", ITSELF);
    }

    /** The column must hold folded text, or be {@code fold(...)} itself. */
    public static SearchParameter string(String name, String column) {
        return new SearchParameter(name, Kind.STRING, column, "", ITSELF);
    }

    /** Text that is a person's name; the second column holds {@code sounds(...)} of it, for {@link Match.SoundsLike}. */
    public static SearchParameter name(String name, String column, String sounds) {
        return new SearchParameter(name, Kind.STRING, column, sounds, ITSELF);
    }

    public static SearchParameter number(String name, String column) {
        return new SearchParameter(name, Kind.NUMBER, column, "", ITSELF);
    }

    public static SearchParameter date(String name, String first, String last) {
        return new SearchParameter(name, Kind.DATE, first, last, ITSELF);
    }

    public static SearchParameter time(String name, String column) {
        return new SearchParameter(name, Kind.TIME, column, "", ITSELF);
    }

    public static SearchParameter identifier(String name, String value, String authority) {
        return new SearchParameter(name, Kind.IDENTIFIER, value, authority, ITSELF);
    }

    /** The same, compared inside a subselect: {@code exists (select 1 from ... where ... and {})}. */
    public SearchParameter within(String subselect) {
        return new SearchParameter(name, kind, column, second, subselect);
    }
}

package org.aegle.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotSupported;

/** Turns restrictions into SQL. Values only ever travel as parameters. */
final class Predicates {
    private static final Pattern NOT_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");

    private final SearchTable table;
    private final List<Object> values = new ArrayList<>();

    Predicates(SearchTable table) {
        this.table = table;
    }

    SqlPredicate of(Restriction restriction) {
        String sql = sql(restriction);
        return new SqlPredicate(sql, values);
    }

    private String sql(Restriction restriction) {
        if (restriction instanceof Restriction.AnyOf any) {
            return any.alternatives().stream().map(this::sql).collect(Collectors.joining(" or ", "(", ")"));
        }
        return restriction instanceof Restriction.OfOne one
                ? within(one.criteria())
                : within(List.of((Restriction.Criterion) restriction));
    }

    private String within(List<Restriction.Criterion> criteria) {
        String within = parameter(criteria.get(0)).within();
        String all = criteria.stream()
                .map(criterion -> "(" + compare(parameter(criterion), criterion.match()) + ")")
                .collect(Collectors.joining(" and "));
        return within.replace("{}", all);
    }

    private SearchParameter parameter(Restriction.Criterion criterion) {
        SearchParameter parameter = table.parameters().get(criterion.parameter());
        if (parameter == null) {
            throw new Invalid(
                    criterion.parameter(),
                    "is not searchable; searchable are "
                            + table.parameters().keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return parameter;
    }

    private String compare(SearchParameter parameter, Match match) {
        if (match instanceof Match.Exactly exactly) {
            return equal(parameter, exactly.values());
        } else if (match instanceof Match.StartsWith start) {
            return like(parameter, escape(start.start()) + "%");
        } else if (match instanceof Match.WordStarts word) {
            String start = escape(word.start()) + "%";
            return like(parameter, start) + " or " + like(parameter, "% " + start);
        } else if (match instanceof Match.Contains contains) {
            return like(parameter, "%" + escape(contains.part()) + "%");
        } else if (match instanceof Match.Wildcard wildcard) {
            return like(parameter, escape(wildcard.pattern()).replace('*', '%').replace('?', '_'));
        } else if (match instanceof Match.SoundsLike sounds) {
            return soundsLike(parameter, sounds.name());
        } else if (match instanceof Match.Between between) {
            return between(parameter, between);
        } else if (match instanceof Match.Within within) {
            return parameter.column() + " >= " + bound(within.first(), true) + " and " + parameter.second() + " <= "
                    + bound(within.last(), true);
        } else if (match instanceof Match.Of of) {
            return parameter.second() + " = " + value(of.authority()) + " and " + parameter.column() + " = "
                    + value(of.value());
        }
        return empty(parameter);
    }

    private String equal(SearchParameter parameter, List<String> wanted) {
        return switch (parameter.kind()) {
            case DATE ->
                wanted.stream()
                        .map(day -> between(parameter, new Match.Between(day, day)))
                        .collect(Collectors.joining(" or "));
            case STRING ->
                wanted.stream()
                        .map(text -> parameter.column() + " = fold(cast(" + value(text) + " as text))")
                        .collect(Collectors.joining(" or "));
            case NUMBER -> parameter.column() + " in " + list(wanted.stream().map(w -> number(parameter, w)));
            case TOKEN, TIME, IDENTIFIER -> parameter.column() + " in " + list(wanted.stream());
        };
    }

    private String like(SearchParameter parameter, String pattern) {
        return switch (parameter.kind()) {
            case STRING -> parameter.column() + " like fold(cast(" + value(pattern) + " as text))";
            case TOKEN, TIME, IDENTIFIER -> parameter.column() + " like " + value(pattern);
            case NUMBER, DATE -> throw new NotSupported("matching part of " + parameter.name());
        };
    }

    private String soundsLike(SearchParameter parameter, String name) {
        if (parameter.kind() != SearchParameter.Kind.STRING
                || parameter.second().isEmpty()) {
            throw new NotSupported("matching the sound of " + parameter.name());
        }
        return NOT_OF_A_WORD
                .splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(word -> "(" + wordSounds(parameter, word) + ")")
                .collect(
                        Collectors.collectingAndThen(Collectors.joining(" and "), all -> all.isEmpty() ? "true" : all));
    }

    /** Words lie between the delimiters of a DICOM name, PS3.5 6.2.1. */
    private String wordSounds(SearchParameter parameter, String word) {
        String start = escape(word) + "%";
        String begins = Stream.of("", "%^", "%=", "% ", "%-")
                .map(before -> like(parameter, before + start))
                .collect(Collectors.joining(" or "));
        return begins + " or " + parameter.second() + " && sounds(cast(" + value(word) + " as text))";
    }

    private String between(SearchParameter parameter, Match.Between range) {
        List<String> sides = new ArrayList<>();
        boolean day = parameter.kind() == SearchParameter.Kind.DATE;
        String last = day ? parameter.second() : parameter.column();
        if (!range.low().isEmpty()) {
            sides.add(last + " >= " + bound(range.low(), day));
        }
        if (!range.high().isEmpty()) {
            sides.add(parameter.column() + " <= " + bound(range.high(), day));
        }
        return sides.isEmpty() ? "true" : String.join(" and ", sides);
    }

    private String bound(String text, boolean day) {
        return day ? "cast(" + value(text) + " as date)" : value(text);
    }

    private static String empty(SearchParameter parameter) {
        return switch (parameter.kind()) {
            case DATE, NUMBER -> parameter.column() + " is null";
            case TOKEN, STRING, TIME, IDENTIFIER -> parameter.column() + " = ''";
        };
    }

    private String list(Stream<?> wanted) {
        return wanted.map(this::value).collect(Collectors.joining(", ", "(", ")"));
    }

    private static Long number(SearchParameter parameter, String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new Invalid(parameter.name(), "must be a whole number, but is " + text);
        }
    }

    private String value(Object value) {
        values.add(value);
        return "?";
    }

    /** What LIKE would take for a pattern of its own; the backslash is its escape character. */
    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}

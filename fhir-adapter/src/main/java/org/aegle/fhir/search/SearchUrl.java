package org.aegle.fhir.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aegle.refusal.Invalid;
import org.aegle.search.Match;
import org.aegle.search.Restriction;

/**
 * The grammar of a FHIR search (FHIR R4 search 3.1.1): {@code name:modifier=a,b} means a or b, a repeated parameter
 * means and. What is unknown is refused by name, with what there is instead.
 */
public final class SearchUrl {
    private final TypeParameters type;

    public SearchUrl(TypeParameters type) {
        this.type = type;
    }

    /** @param parameters raw, without those that shape the answer */
    public List<Restriction> restrictions(Map<String, List<String>> parameters) {
        List<Restriction> all = new ArrayList<>();
        parameters.forEach((key, values) -> values.forEach(value -> all.add(restriction(key, value))));
        return all;
    }

    private Restriction restriction(String key, String value) {
        int colon = key.indexOf(':');
        String name = colon < 0 ? key : key.substring(0, colon);
        String modifier = colon < 0 ? "" : key.substring(colon + 1);
        FhirParameter parameter = type.find(name)
                .orElseThrow(() -> new Invalid(
                        name,
                        "is not a search parameter of " + type.type() + "; there are " + type.names()
                                + ", _count, _sort"));
        List<Restriction> alternatives = new ArrayList<>();
        for (String one : split(value)) {
            if (one.isEmpty()) {
                throw new Invalid(name, "must have a value");
            }
            alternatives.add(one(parameter, modifier, one));
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new Restriction.AnyOf(alternatives);
    }

    private Restriction one(FhirParameter parameter, String modifier, String value) {
        return switch (parameter.kind()) {
            case STRING -> string(parameter, modifier, value);
            case TOKEN -> {
                requireNoModifier(parameter, modifier);
                yield Restriction.where(parameter.column(), Match.is(value.substring(value.indexOf('|') + 1)));
            }
            case DATE -> {
                requireNoModifier(parameter, modifier);
                yield Restriction.where(parameter.column(), DateValue.match(parameter.name(), value));
            }
            case REFERENCE -> {
                requireNoModifier(parameter, modifier);
                yield Restriction.where(parameter.column(), Match.is(value.substring(value.lastIndexOf('/') + 1)));
            }
            case IDENTIFIER -> identifier(parameter, modifier, value);
        };
    }

    private static Restriction string(FhirParameter parameter, String modifier, String value) {
        return switch (modifier) {
            case "" -> Restriction.where(parameter.column(), new Match.WordStarts(value));
            case "contains" -> Restriction.where(parameter.column(), new Match.Contains(value));
            case "exact" -> Restriction.where(parameter.column() + ":exact", Match.is(value));
            default ->
                throw new Invalid(
                        parameter.name(), "cannot have the modifier :" + modifier + "; there are :contains and :exact");
        };
    }

    private Restriction identifier(FhirParameter parameter, String modifier, String value) {
        requireNoModifier(parameter, modifier);
        int bar = value.indexOf('|');
        String system = bar < 0 ? "" : value.substring(0, bar);
        return type.identifiers().match(system, bar >= 0, value.substring(bar + 1));
    }

    private static void requireNoModifier(FhirParameter parameter, String modifier) {
        if (!modifier.isEmpty()) {
            throw new Invalid(parameter.name(), "cannot have the modifier :" + modifier);
        }
    }

    /** At commas that no backslash precedes; FHIR R4 search 3.1.1.4.2. */
    private static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                part.append(value.charAt(++i));
            } else if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}

package org.aegle.dicom.deidentify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;
import org.aegle.dicom.dictionary.ElementEntry;
import org.aegle.dicom.dictionary.TextTable;

/**
 * What becomes of each standard element: table E.1-1 and, for what it does not list, the same by kind. An element that
 * the dictionary does not know is removed, since nobody can say what it holds; names, dates and identifiers of instances
 * are treated as their like in the table; the rest stays. Immutable. PS3.15 E.1.1, table E.1-1.
 */
final class ConfidentialityTable {
    private static final int FIRST_GROUP = 0x0008;
    private static final ConfidentialityTable STANDARD = new ConfidentialityTable();

    private static final ConfidentialityRule NAME = new ConfidentialityRule(Action.DUMMY, Map.of());
    private static final ConfidentialityRule DATE = new ConfidentialityRule(
            Action.DUMMY,
            Map.of(ProfileOption.RETAIN_FULL_DATES, Action.KEEP, ProfileOption.RETAIN_MODIFIED_DATES, Action.CLEAN));
    private static final ConfidentialityRule INSTANCE =
            new ConfidentialityRule(Action.REMAP, Map.of(ProfileOption.RETAIN_UIDS, Action.KEEP));

    private final Map<Integer, ConfidentialityRule> rules = new HashMap<>();
    private final List<Repeating> repeating = new ArrayList<>();

    /** A row for a group that repeats, as 60XX3000. */
    private record Repeating(int mask, int value, ConfidentialityRule rule) {}

    private ConfidentialityTable() {
        for (String[] row : TextTable.read(ConfidentialityTable.class, "confidentiality.txt")) {
            ConfidentialityRule rule = new ConfidentialityRule(Action.ofTable(row[1]), options(row[2]));
            int tag = Integer.parseUnsignedInt(row[0].replace('X', '0'), 16);
            if (row[0].indexOf('X') < 0) {
                rules.put(tag, rule);
            } else {
                repeating.add(new Repeating(mask(row[0]), tag, rule));
            }
        }
    }

    private static int mask(String pattern) {
        StringBuilder mask = new StringBuilder();
        pattern.chars().forEach(c -> mask.append(c == 'X' ? '0' : 'F'));
        return Integer.parseUnsignedInt(mask.toString(), 16);
    }

    private static Map<ProfileOption, Action> options(String cell) {
        Map<ProfileOption, Action> options = new EnumMap<>(ProfileOption.class);
        if (!cell.equals("-")) {
            for (String option : cell.split(",")) {
                String[] parts = option.split("=");
                options.put(ProfileOption.ofCode(parts[0]).orElseThrow(), Action.ofTable(parts[1]));
            }
        }
        return options;
    }

    static ConfidentialityTable standard() {
        return STANDARD;
    }

    /** The rule for a standard element. */
    ConfidentialityRule rule(int tag) {
        ConfidentialityRule rule = rules.get(tag);
        if (rule != null) {
            return rule;
        }
        for (Repeating group : repeating) {
            if ((tag & group.mask()) == group.value()) {
                return group.rule();
            }
        }
        return ElementDictionary.standard()
                .find(tag)
                .map(ConfidentialityTable::byKind)
                .orElse(ConfidentialityRule.REMOVE);
    }

    /** Elements of commands, files and directories have no place in a data set. */
    private static ConfidentialityRule byKind(ElementEntry entry) {
        if (entry.tag() >>> 16 < FIRST_GROUP) {
            return ConfidentialityRule.REMOVE;
        }
        VR vr = entry.vr();
        return switch (vr) {
            case PN -> NAME;
            case DA, DT, TM -> DATE;
            case UI -> identifiesInstances(entry.keyword()) ? INSTANCE : ConfidentialityRule.KEEP;
            default -> ConfidentialityRule.KEEP;
        };
    }

    /** Classes, transfer syntaxes and terminologies are the same everywhere. */
    private static boolean identifiesInstances(String keyword) {
        boolean registered = keyword.contains("ClassUID") || keyword.contains("SOPClasses");
        boolean terminology =
                switch (keyword) {
                    case "CodingSchemeUID", "ContextUID", "ContextGroupExtensionCreatorUID", "MappingResourceUID" ->
                        true;
                    default -> false;
                };
        return !registered && !terminology && !keyword.endsWith("TransferSyntaxUID");
    }
}

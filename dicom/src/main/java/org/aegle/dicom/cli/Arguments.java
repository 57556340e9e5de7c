package org.aegle.dicom.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words behind a command: options, which begin with a dash, and the others in their order. */
final class Arguments {
    private static final Set<String> WITH_VALUE = Set.of("-t", "-k", "-L", "-M", "-d", "-o", "-s");
    private static final Set<String> ALONE = Set.of("--tls");

    private final Map<String, List<String>> options = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    private Arguments() {}

    static Arguments parse(List<String> arguments) {
        Arguments parsed = new Arguments();
        Iterator<String> each = arguments.iterator();
        while (each.hasNext()) {
            parsed.add(each.next(), each);
        }
        return parsed;
    }

    private void add(String word, Iterator<String> rest) {
        if (WITH_VALUE.contains(word)) {
            if (!rest.hasNext()) {
                throw new UsageException(word + " needs a value");
            }
            options.computeIfAbsent(word, key -> new ArrayList<>()).add(rest.next());
        } else if (ALONE.contains(word)) {
            options.put(word, List.of());
        } else if (word.startsWith("-") && word.length() > 1) {
            throw new UsageException("There is no option " + word);
        } else {
            words.add(word);
        }
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** The last value of an option, or the default. */
    String get(String option, String defaultValue) {
        List<String> values = all(option);
        return values.isEmpty() ? defaultValue : values.get(values.size() - 1);
    }

    String require(String option) {
        if (!has(option)) {
            throw new UsageException(option + " is missing");
        }
        return get(option, "");
    }

    /** The first word, which must be there. */
    String first(String name) {
        if (words.isEmpty()) {
            throw new UsageException(name + " is missing");
        }
        return words.get(0);
    }

    /** The words from one on, of which one at least must be there. */
    List<String> from(int index, String name) {
        if (words.size() <= index) {
            throw new UsageException(name + " is missing");
        }
        return words.subList(index, words.size());
    }
}

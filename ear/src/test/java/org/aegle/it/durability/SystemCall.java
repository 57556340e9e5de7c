package org.aegle.it.durability;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system call of a trace. When one ends before another begins, whatever the first did was done.
 *
 * @param thread whose it was
 * @param text its name, arguments and result, as strace writes them
 * @param begin line of the trace in which it began
 * @param end line in which it returned
 */
record SystemCall(String thread, String text, int begin, int end) {
    private static final Pattern PATH = Pattern.compile("<(/[^>]*)>");
    private static final Pattern QUOTED = Pattern.compile("\"(/[^\"]*)\"");

    boolean is(String... names) {
        for (String name : names) {
            if (text.startsWith(name + "(")) {
                return true;
            }
        }
        return false;
    }

    boolean contains(String part) {
        return text.contains(part);
    }

    /** The file whose descriptor is the first argument; empty when it is none. */
    String file() {
        Matcher path = PATH.matcher(text.substring(0, Math.max(0, text.indexOf(')'))));
        return path.find() ? path.group(1) : "";
    }

    /** Where a file is renamed to. */
    String target() {
        Matcher quoted = QUOTED.matcher(text);
        String last = "";
        while (quoted.find()) {
            last = quoted.group(1);
        }
        return last;
    }

    boolean succeeded() {
        return !text.contains(" = -1 ");
    }

    boolean isBefore(SystemCall other) {
        return end < other.begin;
    }
}

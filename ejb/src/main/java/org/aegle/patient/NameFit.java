package org.aegle.patient;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether two names can be of one person, however they were typed: case, accents and umlauts, hyphens and spaces, the
 * order of family and given name, titles, initials and names left out do not matter. PS3.5 6.2.1.
 */
final class NameFit {
    private NameFit() {}

    static boolean fits(HumanName one, HumanName other) {
        List<Boolean> answers = new ArrayList<>();
        compare(one, other, NameFit::latin, answers);
        compare(one, other, HumanName::ideographic, answers);
        compare(one, other, HumanName::phonetic, answers);
        // Without a writing that both have, there is nothing that contradicts.
        return answers.isEmpty() || answers.contains(true);
    }

    private static void compare(
            HumanName one, HumanName other, Function<HumanName, String> writing, List<Boolean> answers) {
        String a = writing.apply(one);
        String b = writing.apply(other);
        if (!a.isBlank() && !b.isBlank()) {
            answers.add(contains(a, b));
        }
    }

    private static String latin(HumanName name) {
        return (name.family() + "^" + name.given()).replaceFirst("^\\^", "");
    }

    /** All parts of the shorter name are in the longer one, with compounds taken apart or put together. */
    private static boolean contains(String one, String other) {
        return contained(parts(one, "[\\s^-]+"), parts(other, "[\\s^-]+"))
                || contained(parts(one, "\\^+"), parts(other, "\\^+"));
    }

    private static boolean contained(List<String> one, List<String> other) {
        List<String> few = one.size() <= other.size() ? one : other;
        List<String> many = new ArrayList<>(one.size() <= other.size() ? other : one);
        return few.stream().allMatch(part -> takeFrom(many, part));
    }

    private static boolean takeFrom(List<String> many, String part) {
        if (many.remove(part)) {
            return true;
        }
        return many.stream()
                .filter(candidate -> isInitial(part, candidate) || isInitial(candidate, part))
                .findFirst()
                .map(many::remove)
                .orElse(false);
    }

    private static boolean isInitial(String letter, String name) {
        return letter.codePointCount(0, letter.length()) == 1 && name.startsWith(letter);
    }

    private static List<String> parts(String name, String separators) {
        return Stream.of(name)
                .map(NameFit::fold)
                .flatMap(text -> Arrays.stream(text.split(separators)))
                .map(part -> part.replaceAll("[^\\p{L}\\p{N}]", ""))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Without case and accents; ae, oe, ue and ss are what ä, ö, ü and ß become on an English keyboard. */
    private static String fold(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replace("æ", "a")
                .replace("œ", "o")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
    }
}

package org.aegle.dicom.json;

import java.util.function.IntPredicate;

/** Takes the text of one data set apart into its elements without reading them. For text of our own writing. */
final class JsonMembers {
    /** Takes an element's tag and the text of its object. */
    @FunctionalInterface
    interface Member {
        void accept(Integer tag, String value);
    }

    private final String text;
    private int at;

    JsonMembers(String text) {
        this.text = text;
    }

    void forEach(IntPredicate wanted, Member member) {
        expect('{');
        if (next() == '}') {
            return;
        }
        do {
            expect('"');
            int tag = Integer.parseUnsignedInt(text, at, Math.min(text.length(), at + 8), 16);
            at += 8;
            expect('"');
            expect(':');
            int start = at;
            skipObject();
            if (wanted.test(tag)) {
                member.accept(tag, text.substring(start, at));
            }
        } while (isMore());
    }

    private boolean isMore() {
        boolean more = next() == ',';
        if (more) {
            at++;
        } else {
            expect('}');
        }
        return more;
    }

    private void skipObject() {
        int depth = 0;
        do {
            switch (next()) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> skipString();
                default -> {}
            }
            at++;
        } while (depth > 0);
    }

    /** Ends at the closing quote. */
    private void skipString() {
        at++;
        while (next() != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
    }

    private char next() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("the text ends early");
        }
        return text.charAt(at);
    }

    private void expect(char character) {
        if (next() != character) {
            throw new IllegalArgumentException("no " + character + " at " + at);
        }
        at++;
    }
}

package org.aegle.id;

/** Text that came from outside, made fit for a column: one line, no NUL, no endless value. */
public final class OneLine {
    private OneLine() {}

    /**
     * @param instead what stands for a control character
     * @param longest in UTF-16 units
     */
    public static String of(String text, String instead, int longest) {
        int at = control(text);
        String line = at < 0 ? text : replace(text, at, instead);
        return line.length() <= longest ? line : line.substring(0, longest);
    }

    /** Most texts have none, and thousands are looked at in a second. */
    private static int control(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String replace(String text, int first, String instead) {
        StringBuilder line = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isControl(character)) {
                line.append(instead);
            } else {
                line.append(character);
            }
        }
        return line.toString();
    }

    private static boolean isControl(char character) {
        return character < ' ' || character == 0x7F;
    }
}

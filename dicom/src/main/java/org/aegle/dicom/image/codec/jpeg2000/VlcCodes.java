package org.aegle.dicom.image.codec.jpeg2000;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The variable length codes that tell which samples of a quad are significant. An entry has the length of the codeword in
 * its lowest three bits, u_off in the next, then four bits each of the significance pattern rho and of the exponent
 * patterns E_1 and E_k. ITU-T T.814 Annex C.
 */
final class VlcCodes {
    /** Bits of the longest codeword. */
    static final int LONGEST = 7;

    private static final int CONTEXTS = 8;
    private static final int[] INITIAL = table("initial");
    private static final int[] FURTHER = table("further");

    private VlcCodes() {}

    /** Entries by context, then the next seven bits; for the first row of quads. Not to be changed. */
    static int[] ofInitialRow() {
        return INITIAL;
    }

    /** The same for the rows below it. */
    static int[] ofFurtherRows() {
        return FURTHER;
    }

    private static int[] table(String row) {
        int[] table = new int[CONTEXTS << LONGEST];
        for (String line : lines()) {
            String[] cells = line.split(" ");
            if (cells[0].equals(row)) {
                fill(table, cells);
            }
        }
        return table;
    }

    private static void fill(int[] table, String[] cells) {
        int context = Integer.parseInt(cells[1]);
        int rho = Integer.parseInt(cells[2], 16);
        int offset = Integer.parseInt(cells[3]);
        int eK = Integer.parseInt(cells[4], 16);
        int e1 = Integer.parseInt(cells[5], 16);
        int length = cells[6].length();
        int code = Integer.parseInt(new StringBuilder(cells[6]).reverse().toString(), 2);
        for (int rest = 0; rest < 1 << LONGEST - length; rest++) {
            table[context << LONGEST | rest << length | code] = length | offset << 3 | rho << 4 | e1 << 8 | eK << 12;
        }
    }

    private static List<String> lines() {
        InputStream resource = VlcCodes.class.getResourceAsStream("vlc-codes.txt");
        if (resource == null) {
            throw new IllegalStateException("missing resource vlc-codes.txt");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.aegle.dicom.dictionary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables of the standard among the resources: one row a line, tab separated, lines with # are remarks. */
public final class TextTable {
    private TextTable() {}

    static List<String[]> read(String name) {
        return read(TextTable.class, name);
    }

    /**
     * The cells of each row.
     *
     * @param owner a class of the package whose resource it is
     * @param name name of the resource
     */
    public static List<String[]> read(Class<?> owner, String name) {
        InputStream resource = owner.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.aegle.dicom.tool;

import java.nio.file.Path;
import java.util.List;

/** The validator of information objects from dicom3tools. */
public final class Dciodvfy {
    private Dciodvfy() {}

    /** The errors it finds in a file, sorted, without numbers of items and identifiers. */
    public static List<String> errors(Path file) {
        return ExternalTool.run("dciodvfy", file.toString())
                .output()
                .lines()
                .filter(line -> line.startsWith("Error"))
                .map(line -> line.replaceAll("\\[\\d+]", "[]").replaceAll("(UID <?)[\\d.]+", "$1"))
                .distinct()
                .sorted()
                .toList();
    }
}

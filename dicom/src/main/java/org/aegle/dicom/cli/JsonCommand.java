package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.json.DicomJsonWriter;

/** Prints files as an array of DICOM JSON, without pixel data and other long values. PS3.18 Annex F. */
final class JsonCommand implements Command {
    @Override
    public String usage() {
        return "FILE...";
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws IOException {
        List<Attributes> datasets = new ArrayList<>();
        for (String name : arguments.from(0, "FILE")) {
            try (InputStream in = Files.newInputStream(Path.of(name))) {
                datasets.add(new DicomReader().read(in).dataset());
            }
        }
        try {
            new DicomJsonWriter().writeArray(datasets.iterator(), out);
        } catch (NoClassDefFoundError e) {
            throw new IOException("The library jackson-core must lie beside the jar", e);
        }
        out.println();
        return CommandLine.DONE;
    }
}

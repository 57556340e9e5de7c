package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.Finding;

/** Prints files for people. */
final class DumpCommand implements Command {
    @Override
    public String usage() {
        return "FILE...";
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws IOException {
        for (String name : arguments.from(0, "FILE")) {
            try (InputStream in = Files.newInputStream(Path.of(name))) {
                print(new DicomReader().read(in), out);
            }
        }
        return CommandLine.DONE;
    }

    private static void print(DicomObject object, PrintStream out) {
        DatasetText text = new DatasetText(out);
        object.findFileMetaInformation().ifPresent(meta -> {
            out.println("# Dicom-Meta-Information-Header");
            text.print(meta.attributes());
            out.println();
        });
        out.println("# Dicom-Data-Set");
        out.println("# Used TransferSyntax: " + object.transferSyntax().name());
        text.print(object.dataset());
        for (Finding finding : object.findings()) {
            out.println("# byte " + finding.offset() + ": " + finding.message() + " (" + finding.clause() + ")");
        }
    }
}

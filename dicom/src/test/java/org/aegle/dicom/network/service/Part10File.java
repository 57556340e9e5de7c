package org.aegle.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.TransferSyntax;

/** A file that another program wrote. */
record Part10File(TransferSyntax transferSyntax, byte[] dataset) {
    static Part10File read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            DicomObject object = new DicomReader().readHeader(in);
            byte[] bytes = Files.readAllBytes(file);
            int offset = Math.toIntExact(object.datasetOffset());
            return new Part10File(object.transferSyntax(), Arrays.copyOfRange(bytes, offset, bytes.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data set rewritten in Explicit VR Little Endian. */
    byte[] explicit() {
        return Instances.explicit(dataset, transferSyntax);
    }

    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}

package org.aegle.dicom.network.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.TransferSyntax;

/**
 * An instance to be sent. Its data set is opened when its turn comes.
 *
 * @param sopClassUid SOP class
 * @param sopInstanceUid SOP instance
 * @param transferSyntax encoding of the data set
 * @param dataset the data set
 */
public record OutgoingInstance(
        String sopClassUid, String sopInstanceUid, TransferSyntax transferSyntax, DatasetSource dataset) {
    /**
     * The instance in a file, a Part 10 one or a bare data set.
     *
     * @throws IOException when it cannot be read or holds no instance
     */
    public static OutgoingInstance of(Path file) throws IOException {
        DicomObject object;
        try (InputStream in = Files.newInputStream(file)) {
            object = new DicomReader().readHeader(in);
        }
        Optional<FileMetaInformation> meta = object.findFileMetaInformation();
        String sopClassUid = first(
                meta.map(FileMetaInformation::mediaStorageSopClassUid),
                object.dataset().getString(Tag.SOPClassUID));
        String sopInstanceUid = first(
                meta.map(FileMetaInformation::mediaStorageSopInstanceUid),
                object.dataset().getString(Tag.SOPInstanceUID));
        if (sopClassUid.isEmpty() || sopInstanceUid.isEmpty()) {
            throw new IOException("SOP Class UID or SOP Instance UID is missing");
        }
        DatasetSource source = DatasetSource.of(file, object.datasetOffset());
        return new OutgoingInstance(sopClassUid, sopInstanceUid, object.transferSyntax(), source);
    }

    private static String first(Optional<String> told, String otherwise) {
        return told.filter(uid -> !uid.isEmpty()).orElse(otherwise);
    }

    /** A data set in memory that holds all its values, to be sent in a native transfer syntax. */
    public static OutgoingInstance of(Attributes dataset, TransferSyntax syntax) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new DicomWriter().writeDataset(dataset, syntax, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OutgoingInstance(
                dataset.getString(Tag.SOPClassUID),
                dataset.getString(Tag.SOPInstanceUID),
                syntax,
                DatasetSource.of(bytes.toByteArray()));
    }
}

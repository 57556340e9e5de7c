package org.aegle.dicom.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.io.Finding;

/**
 * Writes a file set as a zip, object by object as they come, the DICOMDIR last. Memory grows by the directory records
 * alone, the zip by Zip64 beyond 4 GiB or 65,535 files. Objects are stored as they are but for the preamble, which is
 * cleared. The same objects give the same bytes. One thread. PS3.12 Annex V, PS3.11 D.
 */
public final class FileSetZipWriter implements AutoCloseable {
    private static final int PREAMBLE = 128;
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final MediaDirectoryWriter directory;
    private final DicomReader reader = new DicomReader();

    /**
     * A file set without objects.
     *
     * @param out where the zip goes; closed with this writer
     * @param fileSetId File-set ID, as {@link MediaDirectoryWriter} takes it
     */
    public FileSetZipWriter(OutputStream out, String fileSetId) {
        this.directory = new MediaDirectoryWriter(fileSetId);
        this.zip = new ZipOutputStream(out);
        // Pixels are compressed already or gain little from more effort.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * Adds an object. One without file meta information gets it.
     *
     * @return where it lies; empty when it has no SOP Instance UID or is there already
     * @throws org.aegle.dicom.io.DicomParseException when its header cannot be read; the file set is as before
     * @throws IOException when a stream fails
     */
    public Optional<FileId> add(StoredObject object) throws IOException {
        DicomObject header;
        try (InputStream in = object.open()) {
            header = reader.readHeader(in);
        }
        Optional<FileId> place = directory.place(header);
        if (place.isPresent()) {
            begin(place.get().toString());
            try (InputStream in = object.open()) {
                start(header, in).transferTo(zip);
            }
            zip.closeEntry();
        }
        return place;
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    /** The object with a clear preamble, or with the start of a file where it has none. */
    private static InputStream start(DicomObject header, InputStream in) throws IOException {
        byte[] first = in.readNBytes(PREAMBLE + 4);
        boolean file = first.length == PREAMBLE + 4
                && first[PREAMBLE] == 'D'
                && first[PREAMBLE + 1] == 'I'
                && first[PREAMBLE + 2] == 'C'
                && first[PREAMBLE + 3] == 'M';
        if (file && header.findFileMetaInformation().isPresent()) {
            Arrays.fill(first, 0, PREAMBLE, (byte) 0);
            return new SequenceInputStream(new ByteArrayInputStream(first), in);
        }
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        FileMetaInformation meta = FileMetaInformation.of(header.dataset(), header.transferSyntax());
        new DicomWriter().writeFileMetaInformation(meta, start);
        InputStream dataset = new SequenceInputStream(new ByteArrayInputStream(first), in);
        dataset.skipNBytes(header.datasetOffset());
        return new SequenceInputStream(new ByteArrayInputStream(start.toByteArray()), dataset);
    }

    /** Keys that objects did not have and that were made up for the DICOMDIR. */
    public List<Finding> findings() {
        return directory.findings();
    }

    /**
     * Writes the DICOMDIR and closes the zip. When adding has failed half way, the zip is not to be used.
     *
     * @throws IOException when the stream fails
     */
    @Override
    public void close() throws IOException {
        try (zip) {
            begin("DICOMDIR");
            directory.write(zip);
            zip.closeEntry();
        }
    }
}

package org.aegle.dicom.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.FileMetaInformation;
import org.aegle.dicom.network.dimse.DimseOutcome;
import org.aegle.dicom.network.dimse.DimseStatus;
import org.aegle.dicom.network.service.DimseRefusal;
import org.aegle.dicom.network.service.StoreOperation;
import org.aegle.dicom.network.service.StoreProvider;

/** Writes what is stored as Part 10 files, named by their SOP Instance UID, each whole or not at all. */
final class FolderStore implements StoreProvider {
    /** The peer chooses the UID: nothing but digits and dots, so that it names no other folder. PS3.5 9.1. */
    private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)+");

    private static final int LONGEST_UID = 64;
    private static final int BLOCK = 256 << 10;

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public DimseOutcome store(StoreOperation operation) throws IOException {
        String uid = operation.request().affectedSopInstanceUid();
        if (uid.length() > LONGEST_UID || !UID.matcher(uid).matches()) {
            throw new DimseRefusal(DimseStatus.INVALID_SOP_INSTANCE, "The SOP Instance UID is none");
        }
        Path part = Files.createTempFile(folder, "incoming", ".part");
        try {
            write(operation, part);
            Files.move(part, folder.resolve(uid + ".dcm"), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return DimseOutcome.SUCCESS;
    }

    private static void write(StoreOperation operation, Path file) throws IOException {
        FileMetaInformation meta = FileMetaInformation.of(
                operation.request().affectedSopClassUid(),
                operation.request().affectedSopInstanceUid(),
                operation.transferSyntax());
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(file)) {
            new DicomWriter().writeFileMetaInformation(meta, out);
            for (int count = 0; count >= 0; count = operation.dataset().read(block)) {
                out.write(block, 0, count);
            }
        }
    }
}

package org.aegle.imaging.arrival;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.aegle.access.Caller;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.dicom.media.BoundedZip;
import org.aegle.dicom.media.FileSetLimits;
import org.aegle.dicom.media.FileSetOverLimit;
import org.aegle.storage.BlobVault;
import org.aegle.storage.StoredBlob;

/** What is in an upload: one DICOM file, a zip of many, or what another reading takes for its own. One bad file never stops its neighbours. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class UploadContent {
    private static final int SIGNATURE = 4;

    @Inject
    private BlobVault vault;

    @Inject
    @Any
    private Instance<UploadReading> readings;

    @Inject
    private InstanceIntake intake;

    @Inject
    private InstanceBatches batches;

    public List<UploadedFile> store(Caller caller, UploadView upload, List<StoredBlob> parts) throws IOException {
        BulkValue file = new JoinedParts(vault, parts);
        for (UploadReading reading : readings) {
            Optional<List<UploadedFile>> read = reading.read(caller, upload, file);
            if (read.isPresent()) {
                return read.get();
            }
        }
        try (InputStream bytes = new BufferedInputStream(file.open(0, file.length()), 64 << 10)) {
            return isZip(bytes) ? storeZip(caller, bytes) : List.of(storeFile(caller, upload.fileName(), bytes));
        }
    }

    static UploadedFile empty(String fileName) {
        return refused(fileName, RefusalReason.NOT_DICOM, "");
    }

    private List<UploadedFile> storeZip(Caller caller, InputStream bytes) throws IOException {
        InstanceBatch batch = batches.begin(caller, "");
        List<String> names = new ArrayList<>();
        List<UploadedFile> broken = new ArrayList<>();
        String current = "";
        try (BoundedZip zip = new BoundedZip(bytes, FileSetLimits.DEFAULT)) {
            for (Optional<ZipEntry> entry = zip.next(); entry.isPresent(); entry = zip.next()) {
                current = entry.get().getName();
                if (!entry.get().isDirectory() && !isByproduct(current)) {
                    batch.receive(zip.content());
                    names.add(current);
                }
            }
        } catch (FileSetOverLimit e) {
            broken.add(refused(current, RefusalReason.OVER_LIMIT, e.getMessage()));
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            broken.add(refused(current, RefusalReason.TRUNCATED, "zip"));
        }
        List<UploadedFile> files = new ArrayList<>();
        Iterator<String> name = names.iterator();
        batch.outcomes().forEach(outcome -> files.add(UploadedFile.of(name.next(), outcome)));
        files.addAll(broken);
        return files;
    }

    private UploadedFile storeFile(Caller caller, String fileName, InputStream bytes) throws IOException {
        return UploadedFile.of(fileName, intake.receive(caller, bytes, ""));
    }

    private static UploadedFile refused(String fileName, RefusalReason reason, String detail) {
        return UploadedFile.of(fileName, new StoreOutcome.Refused(ObjectIdentity.UNKNOWN, reason, detail));
    }

    private static boolean isZip(InputStream bytes) throws IOException {
        bytes.mark(SIGNATURE);
        byte[] start = bytes.readNBytes(SIGNATURE);
        bytes.reset();
        return start.length == SIGNATURE && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    /** What operating systems leave in archives. */
    private static boolean isByproduct(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || file.startsWith(".") || file.equals("Thumbs.db");
    }
}

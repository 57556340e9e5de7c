package org.aegle.imaging.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.storage.BlobVault;
import org.aegle.storage.StoredBlob;
import org.apache.commons.io.IOUtils;

/**
 * Whether two files hold the same data set in the same transfer syntax. Their preambles and headers (PS3.10 7.1) tell
 * only who wrote the file: the same object comes by STOW-RS with its sender's and by C-STORE with ours.
 */
@ApplicationScoped
public class DatasetComparison {
    private final DicomReader reader = new DicomReader();

    @Inject
    private BlobVault vault;

    /** The instances with what was found out about those of the pairs. */
    List<DurableInstance> compare(List<DurableInstance> instances, List<UncomparedContent.Pair> pairs)
            throws IOException {
        Map<String, DurableInstance> byBlob =
                instances.stream().collect(Collectors.toMap(i -> i.blob().id(), Function.identity()));
        for (UncomparedContent.Pair pair : pairs) {
            byBlob.put(
                    pair.arrived().id(),
                    byBlob.get(pair.arrived().id()).compared(pair.stored(), areSame(pair.arrived(), pair.stored())));
        }
        return instances.stream().map(i -> byBlob.get(i.blob().id())).toList();
    }

    private boolean areSame(StoredBlob one, StoredBlob other) throws IOException {
        DicomObject start = start(one);
        DicomObject otherStart = start(other);
        long length = one.length() - start.datasetOffset();
        if (!start.transferSyntax().equals(otherStart.transferSyntax())
                || length != other.length() - otherStart.datasetOffset()) {
            return false;
        }
        try (InputStream dataset = vault.read(one, start.datasetOffset(), length);
                InputStream otherDataset = vault.read(other, otherStart.datasetOffset(), length)) {
            return IOUtils.contentEquals(dataset, otherDataset);
        }
    }

    private DicomObject start(StoredBlob blob) throws IOException {
        try (InputStream file = vault.read(blob)) {
            return reader.readUpTo(file, Tag.SOPClassUID);
        }
    }
}

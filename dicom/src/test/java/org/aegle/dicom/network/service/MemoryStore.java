package org.aegle.dicom.network.service;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.dimse.DimseOutcome;

/** Keeps what is stored, as it came. */
final class MemoryStore implements StoreProvider {
    record Stored(TransferSyntax transferSyntax, byte[] bytes, StoreOperation operation) {
        /** The data set rewritten in Explicit VR Little Endian, to be compared with one of another transfer syntax. */
        byte[] explicit() {
            return Instances.explicit(bytes, transferSyntax);
        }
    }

    private final Map<String, Stored> stored = Collections.synchronizedMap(new LinkedHashMap<>());

    @Override
    public DimseOutcome store(StoreOperation operation) throws IOException {
        byte[] bytes = operation.dataset().readAllBytes();
        stored.put(
                operation.request().affectedSopInstanceUid(), new Stored(operation.transferSyntax(), bytes, operation));
        return DimseOutcome.SUCCESS;
    }

    Map<String, Stored> stored() {
        return stored;
    }

    Stored only() {
        if (stored.size() != 1) {
            throw new AssertionError(stored.keySet());
        }
        return stored.values().iterator().next();
    }
}

package org.aegle.it.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.json.DicomJsonReader;

/**
 * What came back of a store: the Store Instances Response Module (PS3.18 Annex I).
 *
 * @param stored SOP Instance UIDs of the Referenced SOP Sequence
 * @param failures of the Failed SOP Sequence and of the Other Failures Sequence
 */
public record StoreAnswer(int status, List<String> stored, List<Failure> failures, Attributes module) {
    /**
     * An object that was not stored.
     *
     * @param sopInstanceUid empty where the object did not tell it
     * @param reason Failure Reason (0008,1197)
     */
    public record Failure(String sopInstanceUid, int reason) {}

    public static StoreAnswer of(HttpResponse<byte[]> response) {
        if (!response.headers().firstValue("Content-Type").orElse("").startsWith("application/dicom+json")) {
            throw new IllegalStateException("no store response: " + response.statusCode() + " "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        Attributes module = module(response.body());
        List<Failure> failures = new ArrayList<>(failures(module, Tag.FailedSOPSequence));
        failures.addAll(failures(module, Tag.OtherFailuresSequence));
        return new StoreAnswer(response.statusCode(), stored(module), failures, module);
    }

    private static Attributes module(byte[] json) {
        try {
            List<Attributes> read = new DicomJsonReader().read(new ByteArrayInputStream(json));
            if (read.size() != 1) {
                throw new IllegalStateException("a store response of " + read.size() + " data sets");
            }
            return read.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> stored(Attributes module) {
        return items(module, Tag.ReferencedSOPSequence).stream()
                .map(item -> item.getString(Tag.ReferencedSOPInstanceUID, ""))
                .toList();
    }

    private static List<Failure> failures(Attributes module, int sequence) {
        return items(module, sequence).stream()
                .map(item -> new Failure(
                        item.getString(Tag.ReferencedSOPInstanceUID, ""), item.getInt(Tag.FailureReason, -1)))
                .toList();
    }

    private static List<Attributes> items(Attributes module, int sequence) {
        return module.findSequence(sequence).<List<Attributes>>map(List::copyOf).orElse(List.of());
    }
}

package org.aegle.imaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.TooLarge;

/** The documents in encapsulated ones (PS3.3 A.45), of instances that {@link Retrieval} let through. */
@ApplicationScoped
public class EncapsulatedDocuments {
    /** Media type of what {@link #isPdf} finds. */
    public static final String PDF = "application/pdf";

    private static final int MOST_BYTES = 512 << 20;

    @Inject
    private InstanceAttributes attributes;

    @Inject
    private ObjectBytes bytes;

    public static boolean isPdf(RetrievableInstance instance) {
        return instance.sopClassUid().equals(UID.EncapsulatedPDFStorage);
    }

    /** The document without padding. Refuses with {@link NotFound} when there is none in it. */
    public byte[] get(RetrievableInstance instance) throws IOException {
        Attributes object = attributes.of(instance);
        byte[] padded = document(instance, object);
        long length = object.getLong(Tag.EncapsulatedDocumentLength, padded.length);
        return length < padded.length && length > 0 ? Arrays.copyOf(padded, (int) length) : padded;
    }

    private byte[] document(RetrievableInstance instance, Attributes object) throws IOException {
        if (object.findVR(Tag.EncapsulatedDocument).isEmpty()) {
            throw new NotFound("document", instance.uid().value());
        }
        if (!(object.getValue(Tag.EncapsulatedDocument) instanceof BulkDataReference reference)) {
            return object.getBytes(Tag.EncapsulatedDocument);
        }
        BulkDataAddress address = BulkDataAddress.ofUri(reference.uri());
        if (address.length() > MOST_BYTES) {
            throw new TooLarge("bytes of a document", MOST_BYTES);
        }
        try (InputStream in = bytes.value(instance, address)) {
            return in.readAllBytes();
        }
    }
}

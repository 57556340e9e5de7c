package org.aegle.dicomweb;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.json.DicomJsonReader;
import org.aegle.dicom.json.DicomModelException;
import org.aegle.dicom.json.NativeModelReader;
import org.aegle.imaging.arrival.DescribedInstances;
import org.aegle.imaging.arrival.InstanceBatch;
import org.aegle.imaging.arrival.ObjectIdentity;
import org.aegle.imaging.arrival.RefusalReason;

/** The parts of one store request: objects, or metadata and bulk data. For one request. PS3.18 10.5.2. */
final class StoredParts {
    private static final String DICOM = "application/dicom";
    private static final String JSON = "application/dicom+json";
    private static final String XML = "application/dicom+xml";

    /** Metadata of all instances together; it is held until their bulk data is there. */
    private static final long MOST_METADATA = 64L << 20;

    private final Kind kind;
    private final InstanceBatch batch;
    private final DescribedInstances described;
    private long metadataLeft = MOST_METADATA;

    /** What a request says that its parts are. */
    enum Kind {
        OBJECTS(DICOM),
        JSON_METADATA(JSON),
        XML_METADATA(XML);

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        static Optional<Kind> of(String type) {
            return Arrays.stream(values())
                    .filter(kind -> kind.type.equals(type))
                    .findFirst();
        }
    }

    StoredParts(Kind kind, InstanceBatch batch, DescribedInstances described) {
        this.kind = kind;
        this.batch = batch;
        this.described = described;
    }

    /** Stores them all; whether the body ended as it should. */
    boolean store(MultipartReader parts) throws IOException {
        boolean whole = true;
        try {
            while (parts.next()) {
                store(parts.contentType(), parts.contentLocation(), parts.content());
            }
        } catch (MultipartReader.Broken e) {
            whole = false;
        }
        described.end();
        return whole;
    }

    private void store(String contentType, String location, InputStream content) throws IOException {
        Optional<MediaType> told = parse(contentType.isEmpty() ? kind.type : contentType);
        String type = told.map(t -> (t.getType() + "/" + t.getSubtype()).toLowerCase(Locale.ROOT))
                .orElse("");
        if (kind == Kind.OBJECTS) {
            storeObject(type, content);
        } else if (type.equals(JSON) || type.equals(XML)) {
            describe(type, content);
        } else if (location.isEmpty()) {
            batch.refuse(ObjectIdentity.UNKNOWN, RefusalReason.UNDESCRIBED_BULK_DATA, "part without Content-Location");
        } else {
            String syntax = told.map(t -> t.getParameters().getOrDefault("transfer-syntax", ""))
                    .orElse("");
            described.bulkData(location, type, syntax, content);
        }
    }

    /** A part without a type is what the whole body says it is. */
    private void storeObject(String type, InputStream content) throws IOException {
        if (type.equals(DICOM)) {
            batch.receive(content);
        } else {
            batch.refuse(ObjectIdentity.UNKNOWN, RefusalReason.NOT_DICOM, "part is not application/dicom");
        }
    }

    private void describe(String type, InputStream content) throws IOException {
        MeteredStream metadata = new MeteredStream(content, metadataLeft);
        try {
            if (type.equals(JSON)) {
                for (Attributes instance : new DicomJsonReader().read(metadata)) {
                    described.describe(instance);
                }
            } else {
                described.describe(new NativeModelReader().read(metadata));
            }
        } catch (DicomModelException e) {
            batch.refuse(ObjectIdentity.UNKNOWN, RefusalReason.MALFORMED, "metadata: " + e.getMessage());
        } catch (MeteredStream.Exceeded e) {
            batch.refuse(ObjectIdentity.UNKNOWN, RefusalReason.OVER_LIMIT, "metadata of more than 64 MiB");
        }
        metadataLeft -= metadata.count();
    }

    private static Optional<MediaType> parse(String contentType) {
        try {
            return Optional.of(MediaType.valueOf(contentType));
        } catch (IllegalArgumentException noType) {
            return Optional.empty();
        }
    }
}

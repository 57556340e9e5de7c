package org.aegle.it.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.json.DicomJsonWriter;
import org.aegle.dicom.json.NativeModelWriter;

/** A store request of metadata and bulk data, part by part. PS3.18 10.5.2. */
public final class BulkBody {
    private static final String BOUNDARY = "aegle-bulk-5f3";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final String type;

    private BulkBody(String type) {
        this.type = type;
    }

    /** Metadata of all instances in one part of DICOM JSON. */
    public static BulkBody json(Attributes... instances) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            new DicomJsonWriter().writeArray(List.of(instances).iterator(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BulkBody("application/dicom+json").part("application/dicom+json", "", json.toByteArray());
    }

    /** Metadata in a part of the Native DICOM Model for each instance. */
    public static BulkBody xml(Attributes... instances) {
        BulkBody body = new BulkBody("application/dicom+xml");
        for (Attributes instance : instances) {
            ByteArrayOutputStream xml = new ByteArrayOutputStream();
            try {
                new NativeModelWriter().write(instance, xml);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            body.part("application/dicom+xml", "", xml.toByteArray());
        }
        return body;
    }

    /** Adds a part; an empty location is left out. */
    public BulkBody part(String contentType, String location, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Type: " + contentType
                + (location.isEmpty() ? "" : "\r\nContent-Location: " + location) + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes(new byte[] {'\r', '\n'});
        return this;
    }

    public String contentType() {
        return "multipart/related; type=\"" + type + "\"; boundary=" + BOUNDARY;
    }

    /** The whole body. */
    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }
}

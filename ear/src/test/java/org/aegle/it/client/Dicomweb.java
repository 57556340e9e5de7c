package org.aegle.it.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.json.DicomJsonReader;
import org.aegle.it.Aegle;

/** A DICOMweb user agent (PS3.18) of one of the demo hospital's API clients. */
public record Dicomweb(AccessToken token) {
    private static final String ROOT = "/dicom-web";
    private static final String BOUNDARY = "aegle-test-boundary-7d1";

    /** As a demo client, such as {@code demo-emr}. */
    public static Dicomweb as(String client) {
        return new Dicomweb(AccessToken.of(client));
    }

    /** STOW-RS of these objects, each in a part of its own. */
    public StoreAnswer store(List<byte[]> objects) {
        return storeTo("/studies", objects);
    }

    public StoreAnswer storeTo(String path, List<byte[]> objects) {
        return StoreAnswer.of(
                post(path, contentType(BOUNDARY), Multipart.write(BOUNDARY, "application/dicom", objects)));
    }

    /** STOW-RS of metadata with bulk data. */
    public StoreAnswer store(BulkBody body) {
        return StoreAnswer.of(post("/studies", body.contentType(), body.bytes()));
    }

    /** The header of a store request with this boundary. */
    public static String contentType(String boundary) {
        return "multipart/related; type=\"application/dicom\"; boundary=" + boundary;
    }

    public HttpResponse<byte[]> post(String path, String contentType, byte[] body) {
        return Http.bytes(request(path)
                .header("Content-Type", contentType)
                .header("Accept", "application/dicom+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** @param headers names and values in turn */
    public HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return Http.bytes(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<byte[]> delete(String path) {
        return Http.bytes(request(path).DELETE());
    }

    /** QIDO-RS; empty when the answer is 204. */
    public List<Attributes> search(String path) {
        HttpResponse<byte[]> response = get(path, "Accept", "application/dicom+json");
        if (response.statusCode() == 204) {
            return List.of();
        }
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    path + ": " + response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return json(response.body());
    }

    /** An array of data sets. */
    public static List<Attributes> json(byte[] body) {
        try {
            return new DicomJsonReader().read(new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(Aegle.at(ROOT + path)).header("Authorization", "Bearer " + token.value());
    }
}

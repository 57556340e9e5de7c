package org.aegle.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aegle.settings.BlobPlace;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in a bucket, as PREFIX/ab/abcdef… On its way in, an object lies sealed in a local file, which is no more than
 * a buffer: it counts as stored when the server has acknowledged it with its checksum.
 */
final class S3BlobStore implements BlobStore {
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final BlobPlace.Bucket place;
    private final Path staging;
    private final S3Upload upload;

    /** @throws StoreFault when the bucket cannot be used */
    S3BlobStore(BlobPlace.Bucket place, Path staging) throws IOException {
        this(place, staging, S3Upload.USUAL_PART);
    }

    /** @param partBytes above this, an object goes in parts of this size; S3 wants at least 5 MiB */
    S3BlobStore(BlobPlace.Bucket place, Path staging, int partBytes) throws IOException {
        this.place = place;
        this.staging = staging;
        s3 = S3Connection.open(place);
        upload = new S3Upload(s3, place.bucket(), partBytes);
        Files.createDirectories(staging);
        StagedLeftovers.discard(staging);
    }

    @Override
    public StagedBlob stage(String id) throws IOException {
        return new StagedUpload(staging.resolve(id), key(id), upload);
    }

    @Override
    public SeekableByteChannel open(String id) throws IOException {
        return new S3Channel(s3, place.bucket(), key(id));
    }

    @Override
    public boolean holds(String id) throws IOException {
        try {
            s3.headObject(request -> request.bucket(place.bucket()).key(key(id)));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return false;
            }
            throw new IOException("S3 does not tell whether it has " + id, e);
        } catch (SdkException e) {
            throw new IOException("S3 does not answer", e);
        }
    }

    @Override
    public void delete(String id) throws IOException {
        try {
            s3.deleteObject(request -> request.bucket(place.bucket()).key(key(id)));
        } catch (SdkException e) {
            throw new IOException("S3 did not remove " + id, e);
        }
    }

    @Override
    public List<ListedBlob> list(String prefix) throws IOException {
        String folder = place.prefix() + prefix + "/";
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(place.bucket())
                .prefix(folder)
                .build();
        List<ListedBlob> found = new ArrayList<>();
        try {
            for (S3Object object : s3.listObjectsV2Paginator(request).contents()) {
                found.add(
                        new ListedBlob(object.key().substring(folder.length()), object.size(), object.lastModified()));
            }
        } catch (SdkException e) {
            throw new IOException("S3 does not list " + folder, e);
        }
        return found;
    }

    @Override
    public long free() throws IOException {
        return Files.getFileStore(staging).getUsableSpace();
    }

    @Override
    public void close() {
        s3.close();
    }

    private String key(String id) {
        return place.prefix() + id.substring(0, 2) + "/" + id;
    }
}

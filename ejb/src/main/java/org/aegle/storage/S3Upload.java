package org.aegle.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Sends files into a bucket so that what the server acknowledges is what was sent: each body goes with its MD5, which
 * the server checks before it answers. Nothing is ever replaced where the server knows If-None-Match (RFC 9110 13.1.2).
 */
final class S3Upload {
    /** Above this, an object goes in parts. */
    static final int USUAL_PART = 16 << 20;

    private static final int MOST_PARTS = 10_000;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int PRECONDITION_FAILED = 412;
    private static final System.Logger LOG = System.getLogger(S3Upload.class.getName());

    private final S3Client s3;
    private final String bucket;
    private final int partBytes;
    private volatile boolean conditional = true;

    S3Upload(S3Client s3, String bucket, int partBytes) {
        this.s3 = s3;
        this.bucket = bucket;
        this.partBytes = partBytes;
    }

    void send(Path file, String key) throws IOException {
        long length = Files.size(file);
        try {
            if (length <= partBytes) {
                put(file, key);
            } else {
                putParts(file, length, key);
            }
        } catch (SdkException e) {
            throw new IOException("S3 did not take " + key, e);
        }
    }

    private void put(Path file, String key) throws IOException {
        byte[] body = Files.readAllBytes(file);
        byte[] md5 = DigestUtils.md5(body);
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentMD5(Base64.getEncoder().encodeToString(md5));
        if (conditional) {
            request.ifNoneMatch("*");
        }
        try {
            s3.putObject(request.build(), RequestBody.fromBytes(body));
        } catch (S3Exception e) {
            if (conditional && e.statusCode() == NOT_IMPLEMENTED) {
                LOG.log(System.Logger.Level.INFO, "The S3 server does not know If-None-Match");
                conditional = false;
                put(file, key);
            } else if (e.statusCode() != PRECONDITION_FAILED || !isThere(key, md5)) {
                throw e;
            }
        }
    }

    /** Whether it was our own attempt that won, of which only the answer was lost. */
    private boolean isThere(String key, byte[] md5) {
        String tag = s3.headObject(request -> request.bucket(bucket).key(key)).eTag();
        return tag.replace("\"", "").equalsIgnoreCase(java.util.HexFormat.of().formatHex(md5));
    }

    private void putParts(Path file, long length, String key) throws IOException {
        String upload = s3.createMultipartUpload(
                        request -> request.bucket(bucket).key(key))
                .uploadId();
        try {
            long size = partSize(length);
            List<CompletedPart> parts = new ArrayList<>();
            for (long offset = 0; offset < length; offset += size) {
                parts.add(putPart(
                        file, offset, Math.min(size, length - offset), new PartAddress(key, upload, parts.size() + 1)));
            }
            s3.completeMultipartUpload(request ->
                    request.bucket(bucket).key(key).uploadId(upload).multipartUpload(whole -> whole.parts(parts)));
        } catch (SdkException | IOException e) {
            abort(key, upload, e);
            throw e;
        }
    }

    private CompletedPart putPart(Path file, long offset, long size, PartAddress part) throws IOException {
        String md5;
        try (InputStream bytes = range(file, offset, size)) {
            md5 = Base64.getEncoder().encodeToString(DigestUtils.md5(bytes));
        }
        String tag = s3.uploadPart(
                        request -> request.bucket(bucket)
                                .key(part.key)
                                .uploadId(part.upload)
                                .partNumber(part.number)
                                .contentMD5(md5),
                        RequestBody.fromContentProvider(
                                () -> reopen(file, offset, size), size, "application/octet-stream"))
                .eTag();
        return CompletedPart.builder().partNumber(part.number).eTag(tag).build();
    }

    private void abort(String key, String upload, Exception reason) {
        try {
            s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException e) {
            reason.addSuppressed(e);
        }
    }

    private long partSize(long length) {
        return Math.max(partBytes, length / (MOST_PARTS - 1) + 1);
    }

    private static InputStream reopen(Path file, long offset, long size) {
        try {
            return range(file, offset, size);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static InputStream range(Path file, long offset, long size) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(offset);
        return org.apache.commons.io.input.BoundedInputStream.builder()
                .setInputStream(new BufferedInputStream(java.nio.channels.Channels.newInputStream(channel), 64 << 10))
                .setMaxCount(size)
                .get();
    }

    private record PartAddress(String key, String upload, int number) {}
}

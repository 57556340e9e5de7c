package org.aegle.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads an object of a bucket by ranges (RFC 9110 14.2). Each range is fetched whole, so that the connection can be used
 * again; whoever goes on reading gets longer ones.
 */
final class S3Channel implements SeekableByteChannel {
    private static final int FIRST_BLOCK = 64 << 10;
    private static final int LONGEST_BLOCK = 1 << 20;
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final long size;
    private ByteBuffer block;
    private long blockStart;
    private int nextBlock = FIRST_BLOCK;
    private long position;
    private boolean open = true;

    S3Channel(S3Client s3, String bucket, String key) throws IOException {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        ResponseBytes<GetObjectResponse> first = get(0, FIRST_BLOCK);
        size = size(first.response());
        block = first.asByteBuffer();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        if (position < blockStart || position >= blockStart + block.limit()) {
            load();
        }
        ByteBuffer from = block.duplicate();
        from.position((int) (position - blockStart));
        int count = Math.min(from.remaining(), into.remaining());
        into.put(from.limit(from.position() + count));
        position += count;
        return count;
    }

    private void load() throws IOException {
        boolean goesOn = position == blockStart + block.limit();
        nextBlock = goesOn ? Math.min(nextBlock * 4, LONGEST_BLOCK) : FIRST_BLOCK;
        ResponseBytes<GetObjectResponse> answer = get(position, Math.min(nextBlock, size - position));
        if (answer.response().contentRange() == null && position > 0) {
            throw new IOException("The S3 server does not give ranges");
        }
        block = answer.asByteBuffer();
        blockStart = position;
        if (!block.hasRemaining()) {
            throw new IOException("S3 answered with no bytes of " + key);
        }
    }

    private ResponseBytes<GetObjectResponse> get(long offset, long length) throws IOException {
        try {
            return s3.getObjectAsBytes(
                    request -> request.bucket(bucket).key(key).range("bytes=" + offset + "-" + (offset + length - 1)));
        } catch (NoSuchKeyException e) {
            throw missing(e);
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                throw missing(e);
            }
            throw new IOException("S3 does not give " + key, e);
        } catch (SdkException e) {
            throw new IOException("S3 does not answer", e);
        }
    }

    private IOException missing(S3Exception e) {
        NoSuchFileException missing = new NoSuchFileException(key);
        missing.initCause(e);
        return missing;
    }

    /** From "bytes 0-65535/1000000"; a server that sent the whole object says its length. */
    private static long size(GetObjectResponse response) {
        String range = response.contentRange();
        return range == null ? response.contentLength() : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }
}

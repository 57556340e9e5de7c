package org.aegle.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An object in a local file until it is in its bucket; the file itself need not survive anything. */
final class StagedUpload extends StagedBlob {
    private final Path staged;
    private final String key;
    private final S3Upload upload;
    private final FileChannel channel;

    StagedUpload(Path staged, String key, S3Upload upload) throws IOException {
        this.staged = staged;
        this.key = key;
        this.upload = upload;
        this.channel = FileChannel.open(staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void publish() throws IOException {
        channel.close();
        upload.send(staged, key);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(staged);
    }
}

package org.aegle.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file written beside the store and renamed into it: sync the bytes, rename, sync the folder. */
final class StagedFile extends StagedBlob {
    private final Path staged;
    private final Path target;
    private final FileChannel channel;
    private boolean published;

    StagedFile(Path staged, Path target) throws IOException {
        this.staged = staged;
        this.target = target;
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
        channel.force(true);
        channel.close();
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncFolder(target.getParent());
        published = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!published) {
            Files.deleteIfExists(staged);
        }
    }
}

package org.aegle.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;

/** An unsealing channel that tells, once, when it meets bytes that are not what was written. */
final class CheckedChannel implements SeekableByteChannel {
    private final String id;
    private final SeekableByteChannel clear;
    private final Consumer<DamagedBlob> told;
    private boolean damaged;

    CheckedChannel(String id, SeekableByteChannel clear, Consumer<DamagedBlob> told) {
        this.id = id;
        this.clear = clear;
        this.told = told;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            return clear.read(into);
        } catch (IOException e) {
            if (!(e.getCause() instanceof GeneralSecurityException)) {
                throw e;
            }
            DamagedBlob damage = new DamagedBlob(id, BlobCondition.CHANGED, e);
            if (!damaged) {
                damaged = true;
                told.accept(damage);
            }
            throw damage;
        }
    }

    @Override
    public long position() throws IOException {
        return clear.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        clear.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return clear.size();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new java.nio.channels.NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new java.nio.channels.NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return clear.isOpen();
    }

    @Override
    public void close() throws IOException {
        clear.close();
    }
}

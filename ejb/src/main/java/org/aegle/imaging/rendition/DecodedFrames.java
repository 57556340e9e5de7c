package org.aegle.imaging.rendition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.RetrievableInstance;

/**
 * The frames of an image, decoded, one after the other as native pixel data has them; only one is in memory. PS3.5 8.
 */
public final class DecodedFrames {
    private static final TransferSyntax PLAIN = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    private final TranscodedFrames frames;
    private final RetrievableInstance image;
    private final int count;
    private final long frameLength;

    private DecodedFrames(TranscodedFrames frames, RetrievableInstance image, int count, long frameLength) {
        this.frames = frames;
        this.image = image;
        this.count = count;
        this.frameLength = frameLength;
    }

    /** Decodes the first frame, which tells the length of all. Refuses as {@link TranscodedFrames#get}. */
    public static DecodedFrames of(TranscodedFrames frames, RetrievableInstance image, int count) throws IOException {
        return new DecodedFrames(frames, image, count, frames.get(image, 1, PLAIN).length);
    }

    /** Bytes of all frames. */
    public long length() {
        return frameLength * count;
    }

    /** The bytes from one on, counted from 0; frames before it are not decoded. */
    public InputStream open(long first) throws IOException {
        InputStream in = new SequenceInputStream(new Each((int) (first / frameLength) + 1));
        in.skipNBytes(first % frameLength);
        return in;
    }

    private final class Each implements Enumeration<InputStream> {
        private int next;

        Each(int first) {
            next = first;
        }

        @Override
        public boolean hasMoreElements() {
            return next <= count;
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException();
            }
            return new DecodedFrame(next++);
        }
    }

    /** Decoded when its first byte is read. */
    private final class DecodedFrame extends InputStream {
        private final int number;
        private InputStream samples;

        DecodedFrame(int number) {
            this.number = number;
        }

        private InputStream samples() throws IOException {
            if (samples == null) {
                samples = new ByteArrayInputStream(frames.get(image, number, PLAIN));
            }
            return samples;
        }

        @Override
        public int read() throws IOException {
            return samples().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return samples().read(into, offset, length);
        }
    }
}

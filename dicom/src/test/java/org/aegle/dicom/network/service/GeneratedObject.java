package org.aegle.dicom.network.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.io.DicomWriter;
import org.aegle.dicom.io.TransferSyntax;

/** An encapsulated object of any length that nobody keeps: one frame over and over, each a fragment. PS3.5 A.4. */
final class GeneratedObject implements DatasetSource {
    private final byte[] start;
    private final byte[] fragment;
    private final int frames;

    GeneratedObject(Attributes image, TransferSyntax syntax, byte[] frame, int frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DicomWriter().writeDataset(image, syntax, bytes);
        // Pixel Data in OB of undefined length, with an empty offset table.
        bytes.writeBytes(words(0x0010_7FE0, 0x0000_424F, -1, 0xE000_FFFE, 0));
        this.start = bytes.toByteArray();
        this.frames = frames;
        ByteArrayOutputStream item = new ByteArrayOutputStream();
        item.writeBytes(words(0xE000_FFFE, frame.length));
        item.writeBytes(frame);
        this.fragment = item.toByteArray();
    }

    private static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    /** Bytes of the whole data set. */
    long length() {
        return start.length + (long) frames * fragment.length + 8;
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(new Enumeration<>() {
            private int next = -1;

            @Override
            public boolean hasMoreElements() {
                return next <= frames;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                byte[] part = next < 0 ? start : next < frames ? fragment : words(0xE0DD_FFFE, 0);
                next++;
                return new ByteArrayInputStream(part);
            }
        });
    }
}

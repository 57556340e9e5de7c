package org.aegle.imaging.digitising;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.aegle.dicom.composition.BulkValue;
import org.aegle.imaging.arrival.RefusalReason;

/** What a PNG tells before its samples: resolution, orientation, colour profile. W3C PNG 11.3. For one file. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int PHYS = 0x70485973;
    private static final int ICCP = 0x69434350;
    private static final int EXIF = 0x65584966;
    private static final int LARGEST_CHUNK = 4 << 20;
    private static final double MILLIMETRES = 1000;

    private FileFacts facts = FileFacts.NONE;
    private Resolution resolution = Resolution.UNKNOWN;
    private byte[] profile = new byte[0];

    private PngChunks() {}

    static FileFacts read(BulkValue file) throws IOException {
        PngChunks chunks = new PngChunks();
        try (RangedInput in = new RangedInput(file)) {
            chunks.readAll(in);
        } catch (EOFException e) {
            throw new UnfitFile(RefusalReason.DAMAGED_FILE, "PNG, " + file.length() + " bytes");
        }
        return chunks.facts.with(chunks.resolution).coloured(chunks.profile);
    }

    /** To the end, so that one that was cut off is found out. */
    private void readAll(RangedInput in) throws IOException {
        in.seek(SIGNATURE);
        boolean samples = false;
        while (true) {
            long length = in.readUnsignedInt();
            int type = in.readInt();
            long next = in.getStreamPosition() + length + 4;
            if (type == IEND && samples) {
                return;
            }
            if (type == IEND || next > in.length()) {
                throw new EOFException();
            }
            samples |= type == IDAT;
            if (!samples && length <= LARGEST_CHUNK && (type == PHYS || type == ICCP || type == EXIF)) {
                byte[] content = new byte[(int) length];
                in.readFully(content);
                take(type, content);
            }
            in.seek(next);
        }
    }

    private void take(int type, byte[] content) {
        if (type == EXIF) {
            facts = ExifTags.read(content);
        } else if (type == PHYS && content.length == 9 && content[8] == 1) {
            ByteBuffer perMetre = ByteBuffer.wrap(content);
            resolution = new Resolution(perMetre.getInt() / MILLIMETRES, perMetre.getInt() / MILLIMETRES);
        } else if (type == ICCP) {
            profile = inflated(content);
        }
    }

    /** A name, a zero, the method and the compressed profile; one that is broken or very large is as good as none. */
    private static byte[] inflated(byte[] content) {
        int zero = 0;
        while (zero < content.length && content[zero] != 0) {
            zero++;
        }
        if (zero + 2 >= content.length) {
            return new byte[0];
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, zero + 2, content.length - zero - 2);
            return all(inflater);
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static byte[] all(Inflater inflater) throws DataFormatException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] block = new byte[8 << 10];
        while (!inflater.finished() && whole.size() < LARGEST_CHUNK) {
            int count = inflater.inflate(block);
            if (count == 0) {
                return new byte[0];
            }
            whole.write(block, 0, count);
        }
        return inflater.finished() ? whole.toByteArray() : new byte[0];
    }
}

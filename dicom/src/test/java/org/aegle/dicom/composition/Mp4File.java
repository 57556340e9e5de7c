package org.aegle.dicom.composition;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes MP4 files of one H.264 track, without pictures that could be shown: all that an index tells. */
final class Mp4File {
    private Mp4File() {}

    /** 25 frames a second; the index comes behind the pictures, as most writers put it. */
    static byte[] avc(int profile, int level, int rows, int columns, int frames) {
        byte[] avcC = box("avcC", new byte[] {1, (byte) profile, 0, (byte) level, -1, -32, 0});
        ByteBuffer entry = ByteBuffer.allocate(78);
        entry.putShort(24, (short) columns).putShort(26, (short) rows);
        byte[] stsd = box("stsd", numbers(0, 1), box("avc1", entry.array(), avcC));
        byte[] stbl = box("stbl", stsd, box("stsz", numbers(0, 0, frames)));
        byte[] hdlr = box("hdlr", numbers(0, 0), "vide".getBytes(StandardCharsets.US_ASCII), new byte[13]);
        byte[] mdhd = box("mdhd", numbers(0, 0, 0, 25_000, frames * 1000, 0));
        byte[] video = box("trak", box("mdia", mdhd, hdlr, box("minf", stbl)));
        byte[] sound = box(
                "trak",
                box("mdia", box("hdlr", numbers(0, 0), "soun".getBytes(StandardCharsets.US_ASCII), new byte[13])));
        byte[] ftyp = box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII), numbers(0));
        return joined(ftyp, box("mdat", new byte[1001]), box("moov", sound, video));
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return joined(numbers(content.length + 8), type.getBytes(StandardCharsets.US_ASCII), content);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}

package org.aegle.dicom.image.output;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Puts an ICC profile into a JPEG file, in as many APP2 segments as it needs. ICC.1 B.4. */
final class JpegProfile {
    private static final byte[] NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH_AND_COUNTERS = 4;
    private static final int LARGEST_PART = 0xFFFF - LENGTH_AND_COUNTERS - NAME.length;
    private static final int MOST_PARTS = 255;
    private static final int APP2 = 0xFFE2;

    private JpegProfile() {}

    /** Writes the file with the profile behind its JFIF header; without it when it is too long for any JPEG file. */
    static void insert(byte[] jpeg, byte[] profile, OutputStream out) throws IOException {
        int parts = (profile.length + LARGEST_PART - 1) / LARGEST_PART;
        int header = headerLength(jpeg);
        DataOutputStream data = new DataOutputStream(out);
        data.write(jpeg, 0, header);
        for (int part = 0; part < parts && parts <= MOST_PARTS; part++) {
            int from = part * LARGEST_PART;
            int length = Math.min(LARGEST_PART, profile.length - from);
            data.writeShort(APP2);
            data.writeShort(LENGTH_AND_COUNTERS + NAME.length + length);
            data.write(NAME);
            data.writeByte(part + 1);
            data.writeByte(parts);
            data.write(profile, from, length);
        }
        data.write(jpeg, header, jpeg.length - header);
    }

    /** Start of image and the first application segment, which JFIF wants before all others. */
    private static int headerLength(byte[] jpeg) {
        boolean jfif = (jpeg[2] & 0xFF) == 0xFF && (jpeg[3] & 0xFF) == 0xE0;
        return jfif ? 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF) : 2;
    }
}

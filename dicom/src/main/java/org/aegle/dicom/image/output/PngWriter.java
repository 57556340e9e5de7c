package org.aegle.dicom.image.output;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.aegle.dicom.image.RenderedFrame;

/** Writes pictures as PNG, gray of 8 or 16 bits or colours of 8, losslessly. Thread safe. ISO/IEC 15948. */
public final class PngWriter {
    /** Signature and image header, the chunk that is always first and of this length. */
    private static final int HEADER_LENGTH = 8 + 25;

    private static final String PROFILE_NAME = "DICOM";

    /**
     * Writes a picture; its ICC profile too where it is one for such colours.
     *
     * @throws IOException when the stream does not take it
     */
    public void write(RenderedFrame frame, OutputStream out) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(frame.picture(), "png", image);
        }
        byte[] bytes = png.toByteArray();
        out.write(bytes, 0, HEADER_LENGTH);
        if (ProfileSpace.fits(frame.iccProfile(), frame.picture())) {
            writeProfile(frame.iccProfile(), out);
        }
        out.write(bytes, HEADER_LENGTH, bytes.length - HEADER_LENGTH);
    }

    /** The chunk iCCP: name, method of compression and the deflated profile. */
    private static void writeProfile(byte[] profile, OutputStream out) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.write(("iCCP" + PROFILE_NAME).getBytes(StandardCharsets.ISO_8859_1));
        chunk.write(0);
        chunk.write(0);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(chunk)) {
            deflated.write(profile);
        }
        CRC32 check = new CRC32();
        check.update(chunk.toByteArray());
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(chunk.size() - 4);
        data.write(chunk.toByteArray());
        data.writeInt((int) check.getValue());
    }
}

package org.aegle.dicom.image.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.aegle.dicom.corpus.Tool;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodestreamInput;
import org.aegle.dicom.image.codec.CodestreamOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Refinement passes of high-throughput blocks, which encoders at hand do not write: OpenJPH codes the upper bit-planes
 * of an image of one block, and this test adds the lowest plane. OpenJPH's decoder and ours must then see the whole.
 */
class HtRefinementTest {
    private static final int QCD = 0xFF5C;
    private static final int BITS = 9;
    private static final int HALF = 1 << BITS - 1;

    /** Signed coefficients whose lowest bit is to be refined. */
    private static int[] coefficients(int width, int height, int spread) {
        Random random = new Random(width * 100L + spread);
        int[] values = new int[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? random.nextInt(2 * spread) - spread : random.nextInt(3) - 1;
        }
        return values;
    }

    /** OpenJPH's codestream of an image whose block holds the coefficients without their lowest bit. */
    private static byte[] upperPlanes(int[] values, int width, int height) throws Exception {
        ByteArrayOutputStream pgm = new ByteArrayOutputStream();
        String header = "P5 " + width + " " + height + " " + ((1 << BITS - 1) - 1) + "\n";
        pgm.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        for (int value : values) {
            pgm.write(Integer.signum(value) * (Math.abs(value) >> 1) + HALF / 2);
        }
        return Tool.convert(
                pgm.toByteArray(),
                "ojph_compress",
                "-i",
                "{in.pgm}",
                "-o",
                "{out.j2c}",
                "-reversible",
                "true",
                "-num_decomps",
                "0");
    }

    @ParameterizedTest
    @CsvSource({"16, 16, 200", "13, 11, 40", "64, 64, 250", "5, 30, 6", "37, 6, 120", "1, 1, 200", "4, 9, 3"})
    void refinedBlocksShouldBeWhole(int width, int height, int spread) throws Exception {
        int[] values = coefficients(width, height, spread);
        byte[] codestream = refined(upperPlanes(values, width, height), values, width, height);
        byte[] expected = new byte[2 * values.length];
        int[] reached = new RefinementWriter(values, width, height).reached();
        for (int i = 0; i < values.length; i++) {
            int sample = reached[i] + HALF;
            expected[2 * i] = (byte) sample;
            expected[2 * i + 1] = (byte) (sample >> 8);
        }
        assertArrayEquals(expected, byOpenJph(codestream, expected.length), "OpenJPH");
        assertArrayEquals(expected, byUs(codestream, width, height));
    }

    private static byte[] byUs(byte[] codestream, int width, int height) throws FrameException {
        PixelFormat format = new PixelFormat(height, width, 1, "MONOCHROME2", 16, BITS, BITS - 1, false, false, false);
        return new Jpeg2000Codec().decode(format, codestream).samples();
    }

    private static byte[] byOpenJph(byte[] codestream, int length) throws Exception {
        byte[] pgm = Tool.convert(codestream, "ojph_expand", "-i", "{in.j2c}", "-o", "{out.pgm}");
        byte[] words = Arrays.copyOfRange(pgm, pgm.length - length, pgm.length);
        for (int i = 0; i < length; i += 2) {
            byte high = words[i];
            words[i] = words[i + 1];
            words[i + 1] = high;
        }
        return words;
    }

    /** The codestream with a bit more of precision, three passes instead of one and the refinement's bytes. */
    private static byte[] refined(byte[] upper, int[] values, int width, int height) throws Exception {
        CodestreamInput in = new CodestreamInput(upper);
        CodestreamOutput out = new CodestreamOutput().writeWord(in.readWord());
        int marker = in.readWord();
        while (marker != CodestreamReader.SOT) {
            int length = in.readWord() - 2;
            CodestreamInput segment = in.readSlice(length);
            byte[] bytes = Arrays.copyOfRange(segment.bytes(), segment.position(), segment.end());
            if (marker == CodestreamReader.SIZ) {
                bytes[36] = BITS - 1;
            } else if (marker == QCD) {
                bytes[1] += 1 << 3;
            }
            out.writeSegment(marker, new CodestreamOutput().writeBytes(bytes));
            marker = in.readWord();
        }
        in.skip(10);
        while (in.readWord() != CodestreamReader.SOD) {
            in.skip(in.readWord() - 2);
        }
        byte[] packet = packet(in, new RefinementWriter(values, width, height).toBytes());
        CodestreamOutput tile = new CodestreamOutput()
                .writeWord(0)
                .writeNumber(packet.length + 14)
                .writeByte(0)
                .writeByte(1);
        return out.writeSegment(CodestreamReader.SOT, tile)
                .writeWord(CodestreamReader.SOD)
                .writeBytes(packet)
                .writeWord(CodestreamReader.EOC)
                .toBytes();
    }

    private static byte[] packet(CodestreamInput in, byte[] refinement) throws FrameException {
        PacketBits header = new PacketBits(in);
        header.read(2);
        int zeroPlanes = 0;
        while (!header.readBit()) {
            zeroPlanes++;
        }
        header.read(1);
        int lengthBits = 3;
        while (header.readBit()) {
            lengthBits++;
        }
        int length = header.read(lengthBits);
        header.align();
        byte[] cleanup = Arrays.copyOfRange(in.bytes(), in.position(), in.position() + length);

        int more = 12;
        CodestreamOutput out = new CodestreamOutput();
        PacketBitWriter bits = new PacketBitWriter(out);
        bits.write(0b11, 2);
        bits.write(1, zeroPlanes + 1);
        bits.write(0b1100, 4);
        bits.write((1 << more + 1) - 2, more + 1);
        bits.write(length, 3 + more);
        bits.write(refinement.length, 3 + more + 1);
        bits.finish();
        return out.writeBytes(cleanup).writeBytes(refinement).toBytes();
    }
}

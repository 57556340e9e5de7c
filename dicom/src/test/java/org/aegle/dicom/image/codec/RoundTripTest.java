package org.aegle.dicom.image.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameEncoder;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our encoders write our decoders read. */
class RoundTripTest {
    static Frame decode(String uid, PixelFormat format, EncodedFrame encoded) throws FrameException {
        return FrameCodecs.find(uid).orElseThrow().decode(told(format, encoded.photometric()), encoded.bytes());
    }

    /** The format that an object tells of an encoded frame. */
    private static PixelFormat told(PixelFormat format, String photometric) {
        return format.interleaved(photometric);
    }

    private static EncodedFrame encode(String uid, Frame frame) throws FrameException {
        return FrameCompressors.find(uid).orElseThrow().encode(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless})
    void losslessSyntaxesShouldGiveBackEveryBit(String uid) throws FrameException {
        for (Frame frame : Stream.concat(TestImages.gray(), TestImages.colour()).toList()) {
            EncodedFrame encoded = encode(uid, frame);
            Frame decoded = decode(uid, frame.format(), encoded);
            assertEquals(frame.format(), decoded.format());
            assertArrayEquals(
                    frame.samples(), decoded.samples(), () -> frame.format().toString());
            assertTrue(!encoded.lossy());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless})
    void bitsBesideTheSampleShouldBeKept(String uid) throws FrameException {
        PixelFormat format = new PixelFormat(20, 30, 1, "MONOCHROME2", 16, 12, 11, false, false, false);
        PixelFormat whole = new PixelFormat(20, 30, 1, "MONOCHROME2", 16, 16, 15, false, false, false);
        byte[] samples = TestImages.frame(whole, (x, y) -> x * 77 + y * 4096).samples();
        Frame decoded = decode(uid, format, encode(uid, new Frame(format, samples)));
        assertArrayEquals(samples, decoded.samples());
    }

    @Test
    void nearLosslessSamplesShouldBeNear() throws FrameException {
        for (Frame frame : Stream.concat(TestImages.gray(), TestImages.colour()).toList()) {
            Frame decoded = decode(UID.JPEGLSNearLossless, frame.format(), encode(UID.JPEGLSNearLossless, frame));
            int cell = frame.format().bytesPerSample();
            for (int i = 0; i < frame.samples().length; i += cell) {
                assertTrue(Math.abs(value(frame, i) - value(decoded, i)) <= 2, () -> frame.format()
                        .toString());
            }
        }
    }

    private static int value(Frame frame, int at) {
        byte[] bytes = frame.samples();
        return frame.format().bytesPerSample() == 1 ? bytes[at] & 0xFF : bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    @Test
    void baselineJpegShouldLookTheSame() throws FrameException {
        PixelFormat gray = TestImages.format(67, 45, 1, 8, false, "MONOCHROME2");
        Frame smooth = TestImages.frame(gray, (x, y) -> x + 2 * y);
        EncodedFrame encoded = encode(UID.JPEGBaseline8Bit, smooth);
        Frame decoded = decode(UID.JPEGBaseline8Bit, gray, encoded);
        for (int i = 0; i < smooth.samples().length; i++) {
            assertEquals(smooth.samples()[i] & 0xFF, decoded.samples()[i] & 0xFF, 3);
        }
    }

    @Test
    void baselineJpegShouldHalveTheColumnsOfColours() throws FrameException {
        PixelFormat rgb = TestImages.format(67, 45, 3, 8, false, "RGB");
        EncodedFrame encoded = encode(UID.JPEGBaseline8Bit, TestImages.frame(rgb, (x, y) -> 40 + y));
        assertEquals("YBR_FULL_422", encoded.photometric());
        assertTrue(encoded.lossy());
        Frame decoded = decode(UID.JPEGBaseline8Bit, rgb, encoded);
        assertEquals("YBR_FULL", decoded.format().photometric());
        PixelFormat ybr = TestImages.format(67, 45, 3, 8, false, "YBR_FULL");
        Frame even = TestImages.frame(ybr, (x, y) -> 90 + y);
        Frame again = decode(UID.JPEGBaseline8Bit, ybr, encode(UID.JPEGBaseline8Bit, even));
        for (int i = 0; i < even.samples().length; i++) {
            assertEquals(even.samples()[i] & 0xFF, again.samples()[i] & 0xFF, 3);
        }
        // Row 5 is red 45, green 50, blue 55: luminance 49.1, differences of blue 131.3 and red 125.1.
        int at = 5 * 67 * 3;
        assertEquals(49, decoded.samples()[at] & 0xFF, 2);
        assertEquals(131, decoded.samples()[at + 1] & 0xFF, 2);
        assertEquals(125, decoded.samples()[at + 2] & 0xFF, 2);
    }

    @Test
    void samplesThatASyntaxCannotHoldShouldBeRefused() {
        PixelFormat wide = new PixelFormat(2, 2, 1, "MONOCHROME2", 32, 32, 31, false, false, false);
        Frame frame = new Frame(wide, new byte[16]);
        for (String uid :
                new String[] {UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless, UID.JPEGBaseline8Bit}) {
            assertThrows(CodecUnavailable.class, () -> encode(uid, frame), uid);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless, UID.JPEGBaseline8Bit})
    void codestreamsOfAnotherSizeShouldBeRefused(String uid) throws FrameException {
        EncodedFrame encoded = encode(uid, TestImages.frame(40, 30, 3, 8, false, "RGB"));
        for (int[] size : new int[][] {{41, 30}, {40, 29}, {8000, 16000}, {1, 1}}) {
            PixelFormat other = TestImages.format(size[0], size[1], 3, 8, false, encoded.photometric());
            assertThrows(MalformedFrame.class, () -> decode(uid, other, encoded));
        }
        PixelFormat gray = TestImages.format(40, 30, 1, 8, false, "MONOCHROME2");
        assertThrows(
                MalformedFrame.class, () -> FrameCodecs.find(uid).orElseThrow().decode(gray, encoded.bytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless})
    void samplesWiderThanTheirCellsShouldBeRefused(String uid) throws FrameException {
        EncodedFrame encoded = encode(uid, TestImages.frame(40, 30, 1, 12, false, "MONOCHROME2"));
        PixelFormat bytes = TestImages.format(40, 30, 1, 8, false, "MONOCHROME2");
        assertThrows(MalformedFrame.class, () -> decode(uid, bytes, encoded));
    }

    @Test
    void encodersShouldBeFoundByTransferSyntaxAndWriteEvenLengths() throws FrameException {
        Frame frame = TestImages.frame(33, 31, 1, 8, false, "MONOCHROME2");
        int encoders = 0;
        for (TransferSyntax syntax : TransferSyntax.all()) {
            if (FrameCompressors.find(syntax.uid()).isEmpty()) {
                assertThrows(CodecUnavailable.class, () -> new FrameEncoder().encode(frame, syntax), syntax.name());
                continue;
            }
            encoders++;
            assertEquals(0, new FrameEncoder().encode(frame, syntax).bytes().length % 2, syntax.name());
        }
        assertEquals(6, encoders);
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless, UID.JPEGBaseline8Bit})
    void interruptedThreadsShouldStop(String uid) throws FrameException {
        Frame frame = TestImages.frame(64, 64, 1, 8, false, "MONOCHROME2");
        EncodedFrame encoded = encode(uid, frame);
        Thread.currentThread().interrupt();
        try {
            assertThrows(FrameException.Interrupted.class, () -> decode(uid, frame.format(), encoded));
        } finally {
            assertTrue(Thread.interrupted(), "the status stays set");
        }
    }
}

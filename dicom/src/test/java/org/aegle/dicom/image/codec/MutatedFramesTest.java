package org.aegle.dicom.image.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Codestreams with bytes changed, cut out or doubled are decoded or refused, soon, and nothing else happens. */
class MutatedFramesTest {
    private static final int ROUNDS = 1000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Codestreams of other encoders, made once from noise beside flat areas, 61 columns by 47 rows of 12 bits. */
    private static final List<String> SAMPLES = List.of(
            "extended-12-bit.jpg",
            "progressive-12-bit.jpg",
            "progressive-colour.jpg",
            "restarts-colour.jpg",
            "interleaved-by-sample.jls",
            "all-block-styles.j2k",
            "tiles-layers-precincts.j2k",
            "high-throughput.j2c");

    record Sample(String name, String uid, PixelFormat format, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() throws FrameException {
        Frame gray = TestImages.frame(61, 47, 1, 12, false, "MONOCHROME2");
        Frame colour = TestImages.frame(61, 47, 3, 8, false, "RGB");
        Stream<Sample> own = Stream.of(
                own(UID.RLELossless, gray),
                own(UID.RLELossless, colour),
                own(UID.JPEGLosslessSV1, gray),
                own(UID.JPEGLosslessSV1, colour),
                own(UID.JPEGBaseline8Bit, colour),
                own(UID.JPEGLSLossless, gray),
                own(UID.JPEGLSNearLossless, colour),
                own(UID.JPEG2000Lossless, gray),
                own(UID.JPEG2000Lossless, colour));
        return Stream.concat(own, SAMPLES.stream().map(name -> stored(name, gray.format(), colour.format())));
    }

    private static Sample own(String uid, Frame frame) throws FrameException {
        EncodedFrame encoded = FrameCompressors.find(uid).orElseThrow().encode(frame);
        return new Sample(uid + " " + frame.format().samples(), uid, frame.format(), encoded.bytes());
    }

    private static Sample stored(String name, PixelFormat gray, PixelFormat colour) {
        String uid =
                name.endsWith("jpg") ? UID.JPEGExtended12Bit : name.endsWith("jls") ? UID.JPEGLSLossless : UID.JPEG2000;
        try (InputStream in = MutatedFramesTest.class.getResourceAsStream(name)) {
            PixelFormat format = name.contains("colour") || name.contains("sample") ? colour : gray;
            return new Sample(name, uid, format, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void soundFramesShouldBeDecoded(Sample sample) throws FrameException {
        Frame frame = FrameCodecs.find(sample.uid).orElseThrow().decode(sample.format, sample.bytes);
        assertTrue(frame.samples().length == sample.format.byteCount());
    }

    /** Both hold the same coefficients, in other scans and with other restart markers. */
    @Test
    void restartsAndScansShouldNotChangeTheImage() throws FrameException {
        PixelFormat format = TestImages.format(61, 47, 3, 8, false, "YBR_FULL_422");
        Sample sequential = stored("restarts-colour.jpg", format, format);
        Sample progressive = stored("progressive-colour.jpg", format, format);
        FrameCodec codec = FrameCodecs.find(sequential.uid).orElseThrow();
        assertArrayEquals(
                codec.decode(format, sequential.bytes).samples(),
                codec.decode(format, progressive.bytes).samples());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void mutantsShouldBeDecodedOrRefusedSoon(Sample sample) {
        FrameCodec codec = FrameCodecs.find(sample.uid).orElseThrow();
        Random random = new Random(sample.name.hashCode());
        byte[][] last = new byte[1][];
        for (int batch = 0; batch < 10; batch++) {
            assertTimeoutPreemptively(
                    LONGEST,
                    () -> {
                        for (int round = 0; round < ROUNDS / 10; round++) {
                            last[0] = mutate(sample.bytes, random);
                            decodeOrRefuse(codec, sample.format, last[0]);
                        }
                    },
                    () -> HexFormat.of().formatHex(last[0]));
        }
    }

    private static void decodeOrRefuse(FrameCodec codec, PixelFormat format, byte[] mutant) {
        try {
            codec.decode(format, mutant);
        } catch (FrameException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    /** Most changes hit the headers, where they matter most. */
    private static byte[] mutate(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int end = random.nextInt(3) == 0 ? bytes.length : Math.min(bytes.length, 200);
            int at = random.nextInt(end);
            switch (random.nextInt(6)) {
                case 0, 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> bytes[at] = (byte) 0xFF;
                case 4 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
                default -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 16);
                    System.arraycopy(bytes, at, longer, Math.min(at + 16, bytes.length), bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }
}

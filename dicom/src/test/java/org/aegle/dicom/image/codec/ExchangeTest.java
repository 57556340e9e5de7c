package org.aegle.dicom.image.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.aegle.dicom.corpus.DecodedFile;
import org.aegle.dicom.corpus.Levels;
import org.aegle.dicom.corpus.Tool;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameEncoder;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our encoders write dcmtk and GDCM read, and the other way round. */
class ExchangeTest {
    private static final List<Frame> FRAMES = List.of(
            TestImages.frame(150, 101, 1, 16, false, "MONOCHROME2"),
            TestImages.frame(150, 101, 1, 12, true, "MONOCHROME2"),
            TestImages.frame(61, 77, 1, 8, false, "MONOCHROME2"),
            TestImages.frame(130, 64, 3, 8, false, "RGB"));

    private static byte[] encoded(Frame frame, String uid) throws Exception {
        TransferSyntax syntax = TransferSyntax.find(uid).orElseThrow();
        return ImageFile.of(frame.format(), uid, new FrameEncoder().encode(frame, syntax));
    }

    private static void assertSame(Frame expected, byte[] file) throws Exception {
        assertArrayEquals(expected.samples(), new DecodedFile(file).frame(1).samples());
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless})
    void gdcmShouldReadWhatWeWrite(String uid) throws Exception {
        for (Frame frame : FRAMES) {
            assertSame(frame, Tool.convert(encoded(frame, uid), "gdcmconv", "--raw", "{in.dcm}", "{out.dcm}"));
        }
    }

    @ParameterizedTest
    @CsvSource({UID.RLELossless + ", dcmdrle", UID.JPEGLosslessSV1 + ", dcmdjpeg", UID.JPEGLSLossless + ", dcmdjpls"})
    void dcmtkShouldReadWhatWeWrite(String uid, String command) throws Exception {
        for (Frame frame : FRAMES) {
            assertSame(frame, Tool.convert(encoded(frame, uid), command, "{in.dcm}", "{out.dcm}"));
        }
    }

    @ParameterizedTest
    @CsvSource({UID.JPEGLSNearLossless + ", dcmdjpls", UID.JPEGBaseline8Bit + ", dcmdjpeg --conv-never"})
    void dcmtkShouldSeeOurLossyFramesAsWeDo(String uid, String command) throws Exception {
        for (Frame frame : FRAMES) {
            if (frame.format().bitsAllocated() > 8 && uid.equals(UID.JPEGBaseline8Bit)) {
                continue;
            }
            byte[] file = encoded(frame, uid);
            byte[] decoded = Tool.convert(file, (command + " {in.dcm} {out.dcm}").split(" "));
            Frame ours = new DecodedFile(file).frame(1);
            Frame theirs = new DecodedFile(decoded).frame(1);
            assertEquals(theirs.format(), ours.format());
            assertTrue(Levels.largestDifference(ours, theirs) <= 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gdcmconv --jpeg",
                "gdcmconv --jpegls",
                "gdcmconv --j2k",
                "dcmcrle",
                "dcmcjpeg +e1",
                "dcmcjpeg +el +sv 2",
                "dcmcjpeg +el +sv 3",
                "dcmcjpeg +el +sv 4",
                "dcmcjpeg +el +sv 5",
                "dcmcjpeg +el +sv 6",
                "dcmcjpeg +el +sv 7",
                "dcmcjpls +il",
                "dcmcjpls +is",
                "dcmcjpls +in",
                "dcmcjpls +t1 5 +t2 9 +t3 30 +rs 32"
            })
    void weShouldReadWhatOthersWrite(String command) throws Exception {
        for (Frame frame : FRAMES) {
            byte[] file = Tool.convert(ImageFile.of(frame), (command + " {in.dcm} {out.dcm}").split(" "));
            assertSame(frame, file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dcmcjpls +en +md 1 +il, dcmdjpls",
        "dcmcjpls +en +md 7 +is, dcmdjpls",
        "dcmcjpls +en +md 3 +in, dcmdjpls",
        "dcmcjpeg +eb, dcmdjpeg --conv-never",
        "dcmcjpeg +eb +s4, dcmdjpeg --conv-never",
        "dcmcjpeg +eb +n1, dcmdjpeg --conv-never",
        "dcmcjpeg +eb +cr, dcmdjpeg --conv-never",
        "dcmcjpeg +ee +bt, dcmdjpeg --conv-never",
        "dcmcjpeg +es +bt, dcmdjpeg --conv-never",
        "dcmcjpeg +ep, dcmdjpeg --conv-never"
    })
    void weShouldSeeLossyFramesAsTheirWriterDoes(String encoder, String decoder) throws Exception {
        boolean jpegLs = encoder.startsWith("dcmcjpls");
        for (Frame frame : FRAMES) {
            if (jpegLs && frame.format().signed()) {
                continue; // dcmtk does not write those
            }
            byte[] file = Tool.convert(ImageFile.of(frame), (encoder + " {in.dcm} {out.dcm}").split(" "));
            byte[] decoded = Tool.convert(file, (decoder + " {in.dcm} {out.dcm}").split(" "));
            Frame ours = new DecodedFile(file).frame(1);
            Frame theirs = new DecodedFile(decoded).frame(1);
            assertEquals(theirs.format(), ours.format());
            assertTrue(
                    Levels.largestDifference(ours, theirs) <= (jpegLs ? 0 : 1), () -> encoder + " " + frame.format());
        }
    }
}

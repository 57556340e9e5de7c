package org.aegle.dicom.image.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.corpus.Levels;
import org.aegle.dicom.corpus.Tool;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.PixelFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codestreams of OpenJPEG and OpenJPH with every feature that their encoders know. */
class Jpeg2000FeaturesTest {
    private static final List<Frame> FRAMES = List.of(
            TestImages.frame(150, 101, 1, 16, false, "MONOCHROME2"),
            TestImages.frame(150, 101, 1, 12, true, "MONOCHROME2"),
            TestImages.frame(130, 64, 3, 8, false, "RGB"));

    private static Frame decode(PixelFormat format, byte[] codestream) throws FrameException {
        return FrameCodecs.find(UID.JPEG2000).orElseThrow().decode(format, codestream);
    }

    /** What opj_compress reads: planes in big endian. */
    private static byte[] raw(Frame frame) {
        PixelFormat format = frame.format();
        int cell = format.bytesPerSample();
        byte[] planes = new byte[frame.samples().length];
        for (int i = 0; i < planes.length; i++) {
            int sample = i / cell;
            int plane = sample % format.samples() * format.pixels() + sample / format.samples();
            planes[plane * cell + cell - 1 - i % cell] = frame.samples()[i];
        }
        return planes;
    }

    /** What opj_decompress writes: planes in little endian. */
    private static Frame fromRaw(byte[] planes, PixelFormat format) {
        int cell = format.bytesPerSample();
        byte[] samples = new byte[planes.length];
        for (int i = 0; i < planes.length; i++) {
            int sample = i / cell;
            int plane = sample % format.samples() * format.pixels() + sample / format.samples();
            samples[i] = planes[plane * cell + i % cell];
        }
        if (format.signed()) {
            extendSigns(samples, format);
        }
        return new Frame(format, samples);
    }

    private static void extendSigns(byte[] words, PixelFormat format) {
        int unused = Byte.SIZE - (format.bitsStored() - Byte.SIZE);
        for (int i = 1; i < words.length; i += 2) {
            words[i] = (byte) ((byte) (words[i] << unused) >> unused);
        }
    }

    private static byte[] opjCompress(Frame frame, String suffix, String options) throws Exception {
        PixelFormat format = frame.format();
        List<String> command = new ArrayList<>(List.of("opj_compress", "-i", "{in.raw}", "-o", "{out." + suffix + "}"));
        command.add("-F");
        command.add(format.columns() + "," + format.rows() + "," + format.samples() + "," + format.bitsStored()
                + (format.signed() ? ",s" : ",u"));
        command.addAll(Arrays.asList(options.split(" ")));
        return Tool.convert(raw(frame), command.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-n 6",
                "-n 1",
                "-n 3 -p RLCP -SOP -EPH",
                "-n 4 -p RPCL -c [64,64],[32,32],[16,16] -b 16,16",
                "-n 4 -p PCRL -c [32,64],[64,32] -b 32,8",
                "-n 4 -p CPRL -c [128,128],[32,32] -EPH",
                "-n 5 -t 40,56 -p RPCL -TP R",
                "-n 3 -t 33,47 -T 5,3 -d 7,11",
                "-n 5 -d 3,5 -p PCRL",
                "-n 4 -r 20,8,1",
                "-n 4 -r 30,10,3,1 -p RLCP -t 64,64",
                "-n 4 -r 30,10,1 -p RPCL -c [32,32]",
                "-n 5 -M 1",
                "-n 5 -M 2",
                "-n 5 -M 4",
                "-n 5 -M 8",
                "-n 5 -M 16",
                "-n 5 -M 32",
                "-n 5 -M 63",
                "-n 5 -M 5 -r 12,4,1",
                "-n 5 -M 13 -b 64,16",
                "-n 4 -b 4,4",
                "-n 4 -b 1024,4",
                "-n 3 -mct 0",
                "-n 3 -PLT -TLM",
                "-n 3 -POC T1=0,0,1,2,3,RLCP/T1=2,0,1,3,3,LRCP",
                "-n 3 -POC T1=0,0,1,1,3,CPRL/T1=1,0,1,3,3,RPCL"
            })
    void reversibleCodestreamsOfOpenJpegShouldGiveEveryBit(String options) throws Exception {
        for (Frame frame : FRAMES) {
            String grayOptions = frame.format().samples() == 1 ? options.replace("-mct 0", "") : options;
            for (String suffix : new String[] {"j2k", "jp2"}) {
                byte[] codestream = opjCompress(frame, suffix, grayOptions.strip());
                Frame decoded = decode(frame.format(), codestream);
                assertArrayEquals(frame.samples(), decoded.samples(), () -> options + " " + frame.format());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-I -n 6",
                "-I -n 1 -r 4",
                "-I -n 5 -r 20,10,5 -p RPCL",
                "-I -n 4 -t 50,50 -r 8 -M 63",
                "-I -n 5 -d 3,5 -r 15",
                "-n 5 -r 10",
                "-n 5 -ROI c=0,U=5"
            })
    void lossyCodestreamsShouldLookAsByOpenJpeg(String options) throws Exception {
        for (Frame frame : FRAMES) {
            byte[] codestream = opjCompress(frame, "j2k", options);
            byte[] raw = Tool.convert(codestream, "opj_decompress", "-i", "{in.j2k}", "-o", "{out.raw}");
            Frame expected = fromRaw(raw, frame.format());
            Frame decoded = decode(frame.format(), codestream);
            int difference = Levels.largestDifference(expected, decoded);
            assertTrue(difference <= levels(frame), () -> options + " " + frame.format() + ": " + difference);
        }
    }

    /** OpenJPEG's scale of high coefficients is right to four digits only, which shows in samples of 16 bits. */
    private static int levels(Frame frame) {
        return frame.format().bitsStored() > 12 ? 5 : 1;
    }

    private static byte[] pnm(Frame frame) {
        PixelFormat format = frame.format();
        int cell = format.bytesPerSample();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String header = (format.samples() == 1 ? "P5 " : "P6 ") + format.columns() + " " + format.rows() + " "
                + ((1 << format.bitsStored()) - 1) + "\n";
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < frame.samples().length; i += cell) {
            for (int b = cell - 1; b >= 0; b--) {
                out.write(frame.samples()[i + b]);
            }
        }
        return out.toByteArray();
    }

    private static Frame fromPnm(byte[] pnm, PixelFormat format) {
        int cell = format.bytesPerSample();
        byte[] samples = new byte[(int) format.byteCount()];
        int from = pnm.length - samples.length;
        for (int i = 0; i < samples.length; i += cell) {
            for (int b = 0; b < cell; b++) {
                samples[i + b] = pnm[from + i + cell - 1 - b];
            }
        }
        return new Frame(format, samples);
    }

    private static byte[] ojphCompress(Frame frame, String options) throws Exception {
        String input = frame.format().samples() == 1 ? "{in.pgm}" : "{in.ppm}";
        List<String> command = new ArrayList<>(List.of("ojph_compress", "-i", input, "-o", "{out.j2c}"));
        command.addAll(Arrays.asList(options.split(" ")));
        return Tool.convert(pnm(frame), command.toArray(String[]::new));
    }

    private static List<Frame> unsignedFrames() {
        return List.of(
                TestImages.frame(150, 101, 1, 16, false, "MONOCHROME2"),
                TestImages.frame(97, 61, 1, 12, false, "MONOCHROME2"),
                TestImages.frame(130, 65, 3, 8, false, "RGB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-reversible true",
                "-reversible true -num_decomps 0",
                "-reversible true -num_decomps 3 -block_size {4,4}",
                "-reversible true -block_size {32,128} -prog_order LRCP",
                "-reversible true -block_size {1024,4} -prog_order CPRL",
                "-reversible true -tile_size {50,40} -prog_order PCRL",
                "-reversible true -precincts {32,32},{64,64} -prog_order RPCL",
                "-reversible true -colour_trans false -image_offset {3,5}"
            })
    void reversibleHighThroughputCodestreamsShouldGiveEveryBit(String options) throws Exception {
        for (Frame frame : unsignedFrames()) {
            String used = frame.format().samples() == 1 ? options.replace("-colour_trans false ", "") : options;
            Frame decoded = decode(frame.format(), ojphCompress(frame, used));
            assertArrayEquals(frame.samples(), decoded.samples(), () -> used + " " + frame.format());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-qstep 0.001", "-qstep 0.02 -num_decomps 4", "-qstep 0.1 -tile_size {64,64}"})
    void lossyHighThroughputCodestreamsShouldLookAsByOpenJph(String options) throws Exception {
        for (Frame frame : unsignedFrames()) {
            byte[] codestream = ojphCompress(frame, options);
            String output = frame.format().samples() == 1 ? "{out.pgm}" : "{out.ppm}";
            byte[] pnm = Tool.convert(codestream, "ojph_expand", "-i", "{in.j2c}", "-o", output);
            int difference = Levels.largestDifference(fromPnm(pnm, frame.format()), decode(frame.format(), codestream));
            assertTrue(difference <= 1, () -> options + " " + frame.format() + ": " + difference);
        }
    }
}

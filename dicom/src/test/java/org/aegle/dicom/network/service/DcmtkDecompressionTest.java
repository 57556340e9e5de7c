package org.aegle.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aegle.dicom.cli.CommandLine;
import org.aegle.dicom.corpus.DecodedFile;
import org.aegle.dicom.corpus.Levels;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our store command sends compressed files to DCMTK's storescp, which takes native transfer syntaxes only. */
class DcmtkDecompressionTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @TempDir
    private Path folder;

    private DecodedFile received(Path file, String accepted) throws Exception {
        Path target = Files.createDirectory(folder.resolve("received" + accepted));
        int port = Tool.freePort();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (Tool.Server server = Tool.start(
                port,
                folder.resolve("storescp.log"),
                "storescp",
                "+B",
                accepted,
                "-od",
                target.toString(),
                Integer.toString(port))) {
            String peer = "STORESCP@127.0.0.1:" + server.port();
            assertEquals(0, new CommandLine(out, out).run("store", peer, file.toString()), printed::toString);
        }
        return new DecodedFile(Files.readAllBytes(Part10File.in(target).get(0)));
    }

    private Path converted(Path file, String command) throws Exception {
        Path out = folder.resolve(command.replaceAll("\\W", "") + ".dcm");
        String[] words = (command + " " + file + " " + out).split(" ");
        Tool.run(words);
        return out;
    }

    private static void assertSame(DecodedFile expected, DecodedFile actual) throws Exception {
        assertEquals(expected.frames(), actual.frames());
        for (int number = 1; number <= expected.frames(); number++) {
            Frame frame = actual.frame(number);
            // GDCM tells more bits stored than there were: the cells are the same.
            assertEquals(
                    expected.frame(number).format().photometric(),
                    frame.format().photometric());
            assertArrayEquals(expected.frame(number).samples(), frame.samples());
        }
    }

    /** Three frames in gray. */
    private Path gray() throws Exception {
        Attributes image = Instances.ct(1);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        for (int number = 1; number <= 3; number++) {
            pixels.writeBytes(Instances.ct(number).getBytes(Tag.PixelData));
        }
        image.setInt(Tag.NumberOfFrames, VR.IS, 3);
        image.setBytes(Tag.PixelData, VR.OW, pixels.toByteArray());
        return Instances.file(folder, image, EXPLICIT);
    }

    /** One in colour, smooth enough for a lossy codec, of an odd number of bytes. */
    private Path colour() throws Exception {
        Attributes image = Instances.ct(9);
        image.setInt(Tag.SamplesPerPixel, VR.US, 3);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "RGB");
        image.setInt(Tag.PlanarConfiguration, VR.US, 0);
        image.setInt(Tag.Rows, VR.US, 63);
        image.setInt(Tag.Columns, VR.US, 65);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        image.setInt(Tag.BitsStored, VR.US, 8);
        image.setInt(Tag.HighBit, VR.US, 7);
        byte[] pixels = new byte[63 * 65 * 3 + 1];
        for (int i = 0; i < 63 * 65 * 3; i++) {
            pixels[i] = (byte) (i / 3 / 65 + (i / 3 % 65) * (i % 3 + 1));
        }
        image.setBytes(Tag.PixelData, VR.OB, pixels);
        return Instances.file(folder, image, EXPLICIT);
    }

    @ParameterizedTest
    @CsvSource({
        "dcmcrle, dcmdrle",
        "dcmcjpeg +e1, dcmdjpeg",
        "dcmcjpeg +el +sv 5, dcmdjpeg",
        "dcmcjpls, dcmdjpls",
        "dcmcjpls +en +md 3, dcmdjpls",
        "gdcmconv --j2k, gdcmconv --raw"
    })
    void receiverShouldGetWhatAnIndependentDecoderMakesOfIt(String encoder, String decoder) throws Exception {
        for (Path original : List.of(gray(), colour())) {
            Path compressed = converted(original, encoder);
            DecodedFile theirs = new DecodedFile(Files.readAllBytes(converted(compressed, decoder)));
            for (String accepted : List.of("+xe", "+xi")) {
                DecodedFile ours = received(compressed, accepted);
                TransferSyntax expected = accepted.equals("+xe") ? EXPLICIT : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
                assertEquals(expected, ours.object().transferSyntax());
                assertSame(theirs, ours);
                Tool.run("rm", "-r", folder.resolve("received" + accepted).toString());
            }
        }
    }

    @Test
    void lossyColoursShouldArriveInRgbAsDcmtkHasThem() throws Exception {
        Path compressed = converted(colour(), "dcmcjpeg +eb");
        DecodedFile theirs = new DecodedFile(Files.readAllBytes(converted(compressed, "dcmdjpeg")));
        DecodedFile ours = received(compressed, "+xe");
        assertEquals("RGB", ours.frame(1).format().photometric());
        assertEquals(theirs.frame(1).format(), ours.frame(1).format());
        // Two steps that each round: the inverse transform and the colours.
        assertTrue(Levels.largestDifference(theirs.frame(1), ours.frame(1)) <= 3);
        Attributes image = ours.object().dataset();
        assertEquals("01", image.getString(Tag.LossyImageCompression));
        assertEquals("ISO_10918_1", image.getString(Tag.LossyImageCompressionMethod));
    }
}

package org.aegle.dicom.image.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.CodestreamInput;
import org.aegle.dicom.image.codec.CodestreamOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Packet headers moved out of their packets, into tile-part headers or the main header, give the same image. The
 * codestream moved about has markers around each packet header, by which they are found. ITU-T T.800 A.7.4, A.7.5.
 */
class PackedHeadersTest {
    private static final int SOP = 0xFF91;
    private static final int SOP_LENGTH = 6;
    private static final int EPH = 0xFF92;
    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;
    private static final PixelFormat FORMAT =
            new PixelFormat(47, 61, 1, "MONOCHROME2", 16, 12, 11, false, false, false);

    private byte[] original;
    private final CodestreamOutput mainHeader = new CodestreamOutput();
    private final CodestreamOutput tilesWithoutHeaders = new CodestreamOutput();
    private final CodestreamOutput tilesWithOwnHeaders = new CodestreamOutput();
    private final CodestreamOutput allHeaders = new CodestreamOutput().writeByte(0);

    @BeforeEach
    void takeApart() throws IOException, FrameException {
        try (InputStream in = getClass().getResourceAsStream("../tiles-layers-precincts.j2k")) {
            original = in.readAllBytes();
        }
        CodestreamInput in = new CodestreamInput(original);
        mainHeader.writeWord(in.readWord());
        int marker = in.readWord();
        while (marker != CodestreamReader.SOT) {
            copySegment(in, marker, mainHeader);
            marker = in.readWord();
        }
        while (marker == CodestreamReader.SOT) {
            takeApartTile(in);
            marker = in.readWord();
        }
        assertEquals(CodestreamReader.EOC, marker);
    }

    private static void copySegment(CodestreamInput in, int marker, CodestreamOutput out) throws MalformedFrame {
        int length = in.readWord();
        out.writeWord(marker).writeWord(length);
        for (int i = 2; i < length; i++) {
            out.writeByte(in.readByte());
        }
    }

    private void takeApartTile(CodestreamInput in) throws MalformedFrame {
        int start = in.position() - 2;
        in.skip(2);
        int index = in.readWord();
        int end = start + (int) in.readNumber();
        int part = in.readByte();
        int parts = in.readByte();
        assertEquals(CodestreamReader.SOD, in.readWord());
        CodestreamOutput headers = new CodestreamOutput();
        CodestreamOutput bodies = new CodestreamOutput();
        while (in.position() < end) {
            takeApartPacket(in, end, headers, bodies);
        }
        byte[] packed = headers.toBytes();
        CodestreamOutput packedSegment = new CodestreamOutput().writeByte(0).writeBytes(packed);
        allHeaders.writeNumber(packed.length).writeBytes(packed);
        for (boolean own : new boolean[] {false, true}) {
            CodestreamOutput body = new CodestreamOutput();
            if (own) {
                body.writeSegment(PPT, packedSegment);
            }
            body.writeWord(CodestreamReader.SOD).writeBytes(bodies.toBytes());
            CodestreamOutput start2 = new CodestreamOutput()
                    .writeWord(index)
                    .writeNumber(12 + body.toBytes().length)
                    .writeByte(part)
                    .writeByte(parts);
            (own ? tilesWithOwnHeaders : tilesWithoutHeaders)
                    .writeSegment(CodestreamReader.SOT, start2)
                    .writeBytes(body.toBytes());
        }
    }

    private static void takeApartPacket(CodestreamInput in, int end, CodestreamOutput headers, CodestreamOutput bodies)
            throws MalformedFrame {
        assertEquals(SOP, in.readWord());
        in.skip(SOP_LENGTH - 2);
        while (!nextIs(in, EPH)) {
            headers.writeByte(in.readByte());
        }
        headers.writeWord(in.readWord());
        while (in.position() < end && !nextIs(in, SOP)) {
            bodies.writeByte(in.readByte());
        }
    }

    private static boolean nextIs(CodestreamInput in, int marker) {
        byte[] bytes = in.bytes();
        int at = in.position();
        return ((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF) == marker;
    }

    private static byte[] samples(byte[] codestream) throws FrameException {
        return new Jpeg2000Codec().decode(FORMAT, codestream).samples();
    }

    @Test
    void headersInTilePartsShouldBeFound() throws FrameException {
        byte[] moved = new CodestreamOutput()
                .writeBytes(mainHeader.toBytes())
                .writeBytes(tilesWithOwnHeaders.toBytes())
                .writeWord(CodestreamReader.EOC)
                .toBytes();
        assertArrayEquals(samples(original), samples(moved));
    }

    @Test
    void headersInTheMainHeaderShouldBeFound() throws FrameException {
        byte[] moved = new CodestreamOutput()
                .writeBytes(mainHeader.toBytes())
                .writeSegment(PPM, allHeaders)
                .writeBytes(tilesWithoutHeaders.toBytes())
                .writeWord(CodestreamReader.EOC)
                .toBytes();
        assertArrayEquals(samples(original), samples(moved));
    }

    @Test
    void missingHeadersShouldBeRefused() {
        byte[] moved = new CodestreamOutput()
                .writeBytes(mainHeader.toBytes())
                .writeBytes(tilesWithoutHeaders.toBytes())
                .writeWord(CodestreamReader.EOC)
                .toBytes();
        assertThrows(MalformedFrame.class, () -> samples(moved));
    }
}

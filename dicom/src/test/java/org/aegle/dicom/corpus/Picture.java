package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A picture's samples, as we and dcmtk's dcm2pnm make them. */
public record Picture(int width, int height, int bands, int[] samples) {
    /** A picture of ours. */
    public static Picture of(BufferedImage image) {
        int bands = image.getRaster().getNumBands();
        int[] samples = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
        return new Picture(image.getWidth(), image.getHeight(), bands, samples);
    }

    /** What a command of dcmtk makes of a file: dcm2pnm, or dcmj2pnm and dcml2pnm for JPEG and JPEG-LS. */
    public static Picture byDcmtk(byte[] file, String command, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of(command, "-q", "+op"));
        line.addAll(List.of(options));
        line.addAll(List.of("{in.dcm}", "{out.pnm}"));
        return parse(Tool.convert(file, line.toArray(String[]::new)));
    }

    /** Binary PGM or PPM of eight bits. */
    private static Picture parse(byte[] pnm) {
        int[] header = new int[3];
        int at = 2;
        for (int i = 0; i < header.length; i++) {
            at = afterSpaces(pnm, at);
            for (; pnm[at] >= '0' && pnm[at] <= '9'; at++) {
                header[i] = header[i] * 10 + pnm[at] - '0';
            }
        }
        assertEquals(255, header[2], "eight bits");
        int[] samples = new int[pnm.length - at - 1];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = pnm[at + 1 + i] & 0xFF;
        }
        return new Picture(header[0], header[1], pnm[1] == '6' ? 3 : 1, samples);
    }

    private static int afterSpaces(byte[] pnm, int from) {
        int at = from;
        while (pnm[at] <= ' ' || pnm[at] == '#') {
            if (pnm[at] == '#') {
                while (pnm[at] != '\n') {
                    at++;
                }
            }
            at++;
        }
        return at;
    }

    /** The same with red, green and blue alike where it is gray. */
    public Picture coloured() {
        if (bands == 3) {
            return this;
        }
        int[] colours = new int[samples.length * 3];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = samples[i / 3];
        }
        return new Picture(width, height, 3, colours);
    }

    /** How far the samples are from those of another picture at the most. */
    public int largestDifference(Picture other) {
        assertEquals(List.of(other.width, other.height, other.bands), List.of(width, height, bands));
        assertEquals(other.samples.length, samples.length);
        int[] differences = new int[samples.length];
        Arrays.setAll(differences, i -> Math.abs(samples[i] - other.samples[i]));
        return Arrays.stream(differences).max().orElse(0);
    }

    @Override
    public String toString() {
        return width + " x " + height + " x " + bands;
    }
}

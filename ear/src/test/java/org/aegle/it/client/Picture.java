package org.aegle.it.client;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures in memory, those of the server and those that dcmtk's dcmj2pnm makes of the same object. */
public final class Picture {
    private Picture() {}

    public static BufferedImage read(byte[] file) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
            if (picture == null) {
                throw new AssertionError("no picture in " + file.length + " bytes");
            }
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object as dcmj2pnm shows it, as 8 bit PNG. */
    public static BufferedImage byDcmtk(byte[] object, String... options) {
        try {
            Path folder = Files.createTempDirectory("aegle-it");
            Path from = Files.write(folder.resolve("from.dcm"), object);
            Path to = folder.resolve("to.png");
            List<String> words = new ArrayList<>(List.of("--write-png"));
            words.addAll(List.of(options));
            words.addAll(List.of(from.toString(), to.toString()));
            Dcmtk ended = Dcmtk.run("dcmj2pnm", words);
            if (ended.exitCode() != 0) {
                throw new AssertionError("dcmj2pnm cannot show the object: " + ended.output());
            }
            BufferedImage picture = read(Files.readAllBytes(to));
            Files.delete(from);
            Files.delete(to);
            Files.delete(folder);
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The greatest difference between two samples; fails when the pictures are of different sizes. */
    public static int difference(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            throw new AssertionError(one.getWidth() + "x" + one.getHeight() + " and " + other.getWidth() + "x"
                    + other.getHeight() + " pixels");
        }
        int difference = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRaster().getSample(x, y, 0);
                difference = Math.max(difference, Math.abs(a - other.getRaster().getSample(x, y, 0)));
            }
        }
        return difference;
    }
}

package org.aegle.it.portal;

import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/** What can be seen of an element, as pixels. */
record Screen(BufferedImage picture) {
    /** How many grey values a picture of a body has at least; a frame with text over black has far fewer. */
    private static final int GREYS_OF_AN_IMAGE = 24;

    private static final int GREYS = 256;

    /** How much of the middle must be brighter than black for an image to be there. */
    private static final double LEAST_BRIGHT = 0.02;

    static Screen of(Locator element) {
        try {
            return new Screen(ImageIO.read(new ByteArrayInputStream(element.screenshot())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the middle half, where no text of the viewer lies, shows many shades and not black alone. */
    boolean showsAnImage() {
        Set<Integer> greys = new HashSet<>();
        int bright = 0;
        int all = 0;
        for (int y = picture.getHeight() / 4; y < picture.getHeight() * 3 / 4; y++) {
            for (int x = picture.getWidth() / 4; x < picture.getWidth() * 3 / 4; x++) {
                int grey = grey(picture.getRGB(x, y));
                greys.add(grey);
                all++;
                if (grey > GREYS / 8) {
                    bright++;
                }
            }
        }
        return greys.size() >= GREYS_OF_AN_IMAGE && bright >= LEAST_BRIGHT * all;
    }

    private static int grey(int rgb) {
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }
}

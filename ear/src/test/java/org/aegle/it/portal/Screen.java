package org.aegle.it.portal;

import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;

/** What can be seen of an element, as pixels. */
record Screen(BufferedImage picture) {
    /** How many grey values a picture of a body has at least; a frame with text over black has far fewer. */
    private static final int GREYS_OF_AN_IMAGE = 24;

    private static final int GREYS = 256;

    /** How much of the middle must be bright, or dark, to count. */
    private static final double LEAST_SHARE = 0.02;

    static Screen of(Locator element) {
        try {
            return new Screen(ImageIO.read(new ByteArrayInputStream(element.screenshot())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the middle half, where no text of the viewer lies, shows many shades and not black alone. */
    boolean showsAnImage() {
        int[] greys = middle();
        return Arrays.stream(greys).distinct().count() >= GREYS_OF_AN_IMAGE
                && share(greys, grey -> grey > GREYS / 8) >= LEAST_SHARE;
    }

    /** Whether the middle half shows both black and white. */
    boolean showsContrast() {
        int[] greys = middle();
        return share(greys, grey -> grey < GREYS / 8) >= LEAST_SHARE
                && share(greys, grey -> grey > GREYS * 7 / 8) >= LEAST_SHARE;
    }

    private static double share(int[] greys, IntPredicate which) {
        return (double) Arrays.stream(greys).filter(which).count() / greys.length;
    }

    private int[] middle() {
        int width = picture.getWidth() / 2;
        int height = picture.getHeight() / 2;
        int[] pixels = picture.getRGB(width / 2, height / 2, width, height, null, 0, width);
        return Arrays.stream(pixels).map(Screen::grey).toArray();
    }

    private static int grey(int rgb) {
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }
}

package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Red, green and blue from the first three components, back from luminance and chrominance. ITU-T T.800 Annex G. */
final class ColourTransform {
    private static final int COMPONENTS = 3;
    private static final float RED_OF_CR = 1.402f;
    private static final float GREEN_OF_CB = 0.344136f;
    private static final float GREEN_OF_CR = 0.714136f;
    private static final float BLUE_OF_CB = 1.772f;

    private ColourTransform() {}

    /** Transforms the planes in place. */
    static void invert(CoefficientPlane[] planes) throws MalformedFrame {
        if (planes.length >= COMPONENTS) {
            if (planes[0] instanceof ReversiblePlane y
                    && planes[1] instanceof ReversiblePlane u
                    && planes[2] instanceof ReversiblePlane v
                    && u.data().length == y.data().length
                    && v.data().length == y.data().length) {
                invertReversible(y.data(), u.data(), v.data());
                return;
            }
            if (planes[0] instanceof IrreversiblePlane y
                    && planes[1] instanceof IrreversiblePlane cb
                    && planes[2] instanceof IrreversiblePlane cr
                    && cb.data().length == y.data().length
                    && cr.data().length == y.data().length) {
                invertIrreversible(y.data(), cb.data(), cr.data());
                return;
            }
        }
        throw new MalformedFrame("a colour transform of components that are not alike");
    }

    private static void invertReversible(int[] first, int[] second, int[] third) {
        for (int i = 0; i < first.length; i++) {
            int u = second[i];
            int v = third[i];
            int green = first[i] - (u + v >> 2);
            first[i] = v + green;
            second[i] = green;
            third[i] = u + green;
        }
    }

    private static void invertIrreversible(float[] first, float[] second, float[] third) {
        for (int i = 0; i < first.length; i++) {
            float y = first[i];
            float cb = second[i];
            float cr = third[i];
            first[i] = y + RED_OF_CR * cr;
            second[i] = y - GREEN_OF_CB * cb - GREEN_OF_CR * cr;
            third[i] = y + BLUE_OF_CB * cb;
        }
    }
}

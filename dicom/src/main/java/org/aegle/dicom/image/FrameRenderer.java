package org.aegle.dicom.image;

import java.awt.image.BufferedImage;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.io.TransferSyntax;

/**
 * Shows a frame as a picture, gray or colour, by the pipeline that the image tells and the request changes. For overviews
 * and previews, not for diagnosis. Lookup tables, palettes, overlays and the ICC profile must be in memory: a value that
 * the data set holds by reference counts as absent. Thread safe. PS3.4 N.2, PS3.18 8.3.5.
 */
public final class FrameRenderer {
    /** Image presentation: lookup tables, palettes and profiles, but no pixels. PS3.6. */
    private static final int IMAGE_GROUP = 0x0028;

    private final FrameDecoder decoder = new FrameDecoder();

    /**
     * Shows a frame.
     *
     * @param dataset the image's attributes, those of the groups 0028 and 60xx in memory
     * @param syntax its transfer syntax
     * @param frameBytes the frame as it lies in the object, fragments joined
     * @param request what is to be shown, and how
     * @throws FrameException.CodecUnavailable when there is no codec for the encoding
     * @throws FrameException.MalformedFrame when bytes and attributes contradict each other
     * @throws FrameException.Interrupted when the thread was interrupted meanwhile
     * @throws IllegalArgumentException when the image has not the window, or not the region that is asked for
     */
    public RenderedFrame render(Attributes dataset, TransferSyntax syntax, byte[] frameBytes, RenderRequest request)
            throws FrameException {
        Frame frame = decoder.decode(dataset, syntax, frameBytes);
        FrameAttributes attributes = new FrameAttributes(dataset, request.frameNumber());
        BufferedImage picture = Canvas.paint(new DisplayPipeline(frame, attributes, request).rows());
        boolean profiled = request.iccProfile();
        return new RenderedFrame(picture, profiled ? IccProfile.of(attributes) : new byte[0]);
    }

    /**
     * Tells whether an element, of the image or of an item in it, changes a picture though its value is long: a table, a
     * palette, an overlay or an ICC profile. Where a reader left such a value by reference, it has to be fetched first.
     */
    public static boolean needs(int tag) {
        boolean overlay = (tag & 0xFF00_FFFF) == Tag.OverlayData;
        return overlay || tag >>> 16 == IMAGE_GROUP;
    }

    /**
     * Shows the first frame of an image as a small picture.
     *
     * @param maxSize longest side of the picture in pixels, larger images are made smaller; 0 for the image's own size
     * @throws FrameException as the other method
     */
    public BufferedImage render(Attributes dataset, TransferSyntax syntax, byte[] frameBytes, int maxSize)
            throws FrameException {
        return render(dataset, syntax, 1, frameBytes, maxSize);
    }

    /**
     * Shows any frame of an image as a small picture; its number, counted from 1, finds its window in an enhanced image.
     *
     * @throws FrameException as the other method
     */
    public BufferedImage render(
            Attributes dataset, TransferSyntax syntax, int frameNumber, byte[] frameBytes, int maxSize)
            throws FrameException {
        RenderRequest request =
                RenderRequest.DEFAULT.withFrameNumber(frameNumber).withViewport(Viewport.within(maxSize));
        return render(dataset, syntax, frameBytes, request).picture();
    }
}

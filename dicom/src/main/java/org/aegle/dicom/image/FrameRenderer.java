package org.aegle.dicom.image;

import java.awt.image.BufferedImage;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.io.TransferSyntax;

/**
 * Shows a frame as a picture of eight bits, gray or colour, in the window or table that the image itself tells. For
 * overviews and previews, not for diagnosis. Thread safe. PS3.4 N.2, PS3.18 8.3.5.
 */
public final class FrameRenderer {
    private final FrameDecoder decoder = new FrameDecoder();

    /**
     * Shows the first frame of an image.
     *
     * @param dataset the image's attributes, those of the group 0028 in memory
     * @param syntax its transfer syntax
     * @param frameBytes the frame as it lies in the object, fragments joined
     * @param maxSize longest side of the picture in pixels, larger images are made smaller; 0 for the image's own size
     * @throws FrameException.CodecUnavailable when there is no codec for the encoding
     * @throws FrameException.MalformedFrame when bytes and attributes contradict each other
     */
    public BufferedImage render(Attributes dataset, TransferSyntax syntax, byte[] frameBytes, int maxSize)
            throws FrameException {
        return render(dataset, syntax, 1, frameBytes, maxSize);
    }

    /**
     * Shows any frame of an image; its number, counted from 1, finds its window in an enhanced image.
     *
     * @throws FrameException as the other method
     */
    public BufferedImage render(
            Attributes dataset, TransferSyntax syntax, int frameNumber, byte[] frameBytes, int maxSize)
            throws FrameException {
        Frame frame = decoder.decode(dataset, syntax, frameBytes);
        boolean gray = frame.format().isMonochrome();
        BufferedImage image = gray
                ? new GrayRenderer(frame, new FrameAttributes(dataset, frameNumber)).render()
                : ColorRenderer.render(frame, dataset);
        return Downscale.fit(image, maxSize);
    }
}

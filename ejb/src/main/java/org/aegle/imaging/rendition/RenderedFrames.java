package org.aegle.imaging.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.image.RenderedFrame;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotSupported;

/** Pictures of frames, for people to look at. PS3.18 8.3.5, 10.4.1.1.3. */
@ApplicationScoped
public class RenderedFrames {
    private static final int MOST_FRAME_BYTES = 256 << 20;

    private final FrameRenderer renderer = new FrameRenderer();

    @Inject
    private Renditions renditions;

    @Inject
    private ImageAttributes attributes;

    @Inject
    private ObjectBytes bytes;

    /**
     * A picture as a file. Refuses with {@link NotFound} where there is no such frame, with {@link NotSupported} where it
     * cannot be decoded, and with {@link Invalid} where the image has nothing of what is to be shown.
     */
    public byte[] get(RetrievableInstance image, PictureRequest request) throws IOException {
        RenditionKey key = new RenditionKey(image.blob().id(), request.shown().frameNumber(), request);
        try {
            return renditions.get(key, () -> render(image, request));
        } catch (FrameException e) {
            throw new NotSupported("a picture of " + image.uid() + " (" + e.getMessage() + ")");
        } catch (IllegalArgumentException e) {
            throw new Invalid("viewport", e.getMessage());
        }
    }

    private byte[] render(RetrievableInstance image, PictureRequest request) throws IOException, FrameException {
        int number = request.shown().frameNumber();
        if (bytes.frameCount(image) >= number && bytes.frameLength(image, number) > MOST_FRAME_BYTES) {
            throw new NotSupported("a picture of a frame beyond " + MOST_FRAME_BYTES + " bytes");
        }
        byte[] frame = bytes.frame(image, number);
        TransferSyntax syntax = TransferSyntax.find(image.transferSyntaxUid())
                .orElseThrow(() -> new NotSupported(image.transferSyntaxUid()));
        Attributes dataset = attributes.of(image);
        RenderedFrame shown = renderer.render(dataset, syntax, frame, request.shown());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        request.type().write(shown, request.shown().quality(), file);
        return file.toByteArray();
    }
}

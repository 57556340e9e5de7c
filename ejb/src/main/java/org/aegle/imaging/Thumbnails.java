package org.aegle.imaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.aegle.access.Caller;
import org.aegle.dicom.image.RenderRequest;
import org.aegle.dicom.image.Viewport;
import org.aegle.directory.Role;
import org.aegle.imaging.rendition.PictureRequest;
import org.aegle.imaging.rendition.PictureType;
import org.aegle.imaging.rendition.RenderedFrames;
import org.aegle.refusal.NotFound;
import org.aegle.refusal.NotSupported;

/** Small pictures that stand for a study, a series or an instance: the frame in its middle, in its own window. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.PHYSICIAN, Role.Names.RADIOLOGIST, Role.Names.TECHNOLOGIST, Role.Names.CLIENT})
public class Thumbnails {
    /** Longest side in pixels, at the most. */
    public static final int LARGEST = 512;

    private static final System.Logger LOG = System.getLogger(Thumbnails.class.getName());
    private static final int QUALITY = 75;

    @Inject
    private Retrieval retrieval;

    @Inject
    private RenderedFrames pictures;

    @Inject
    private ObjectBytes bytes;

    /**
     * A JPEG of the series or study. Refuses with {@link NotFound} when it has no picture, or none that can be decoded.
     *
     * @param size longest side in pixels
     */
    public byte[] jpeg(Caller caller, RetrieveScope scope, int size) throws IOException {
        RetrievableInstance image = image(caller, scope);
        return render(scope, image, Math.max(1, (bytes.frameCount(image) + 1) / 2), size);
    }

    /**
     * A JPEG of a frame of an instance. Refuses as {@link #jpeg}.
     *
     * @param number counted from 1
     */
    public byte[] frame(Caller caller, RetrieveScope.OfInstance scope, int number, int size) throws IOException {
        return render(scope, image(caller, scope), number, size);
    }

    private RetrievableInstance image(Caller caller, RetrieveScope scope) {
        List<RetrievableInstance> images = retrieval.instances(caller, scope, "thumbnail").stream()
                .filter(i -> i.frames() > 0)
                .toList();
        if (images.isEmpty()) {
            throw none(scope);
        }
        return images.get(images.size() / 2);
    }

    private byte[] render(RetrieveScope scope, RetrievableInstance image, int frame, int size) throws IOException {
        RenderRequest small = RenderRequest.DEFAULT
                .withFrameNumber(frame)
                .withViewport(Viewport.within(Math.min(size, LARGEST)))
                .withIccProfile(false)
                .withQuality(QUALITY);
        try {
            return pictures.get(image, new PictureRequest(small, PictureType.JPEG));
        } catch (NotSupported e) {
            LOG.log(System.Logger.Level.DEBUG, "No thumbnail of instance {0}: {1}", image.uid(), e.getMessage());
            throw none(scope);
        }
    }

    private static NotFound none(RetrieveScope scope) {
        return new NotFound("thumbnail", String.join("/", scope.uids()));
    }
}

package org.aegle.imaging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.aegle.access.Caller;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.directory.Role;
import org.aegle.refusal.NotFound;

/** Small pictures that stand for a series: the frame in its middle, in its own window. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.PHYSICIAN, Role.Names.RADIOLOGIST, Role.Names.TECHNOLOGIST, Role.Names.CLIENT})
public class Thumbnails {
    /** Longest side in pixels, at the most. */
    public static final int LARGEST = 512;

    private static final System.Logger LOG = System.getLogger(Thumbnails.class.getName());
    private static final int MOST_FRAME_BYTES = 256 << 20;

    private final FrameRenderer renderer = new FrameRenderer();

    @Inject
    private Retrieval retrieval;

    @Inject
    private InstanceAttributes attributes;

    @Inject
    private ObjectBytes bytes;

    /**
     * A JPEG of the series or study. Refuses with {@link NotFound} when it has no picture, or none that can be decoded.
     *
     * @param size longest side in pixels
     */
    public byte[] jpeg(Caller caller, RetrieveScope scope, int size) throws IOException {
        List<RetrievableInstance> images = retrieval.instances(caller, scope, "thumbnail").stream()
                .filter(i -> i.frames() > 0)
                .toList();
        if (images.isEmpty()) {
            throw none(scope);
        }
        return render(caller, scope, images.get(images.size() / 2), Math.min(size, LARGEST));
    }

    private byte[] render(Caller caller, RetrieveScope scope, RetrievableInstance image, int size) throws IOException {
        TransferSyntax syntax = TransferSyntax.find(image.transferSyntaxUid()).orElseThrow(() -> none(scope));
        int frame = Math.max(1, (bytes.frameCount(image) + 1) / 2);
        if (bytes.frameLength(image, frame) > MOST_FRAME_BYTES) {
            throw none(scope);
        }
        Attributes dataset = attributes.get(caller, image.study(), image.series(), image.uid());
        try {
            BufferedImage picture = renderer.render(dataset, syntax, frame, bytes.frame(image, frame), size);
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", jpeg);
            return jpeg.toByteArray();
        } catch (FrameException e) {
            LOG.log(System.Logger.Level.DEBUG, "No thumbnail of instance {0}: {1}", image.uid(), e.getMessage());
            throw none(scope);
        }
    }

    private static NotFound none(RetrieveScope scope) {
        return new NotFound("thumbnail", String.join("/", scope.uids()));
    }
}

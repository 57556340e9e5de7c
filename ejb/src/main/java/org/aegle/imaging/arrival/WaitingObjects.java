package org.aegle.imaging.arrival;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.storage.BlobVault;
import org.aegle.storage.StoredBlob;

/** Reads the bytes of objects that are in no index. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class WaitingObjects {
    private static final long MOST_FRAME_BYTES = 256L << 20;

    private final DicomReader reader = new DicomReader();
    private final FrameRenderer renderer = new FrameRenderer();

    @Inject
    private BlobVault vault;

    /**
     * The objects as they were when they arrived.
     *
     * @param authority issuer of Patient IDs that came without one
     */
    public List<CaseObject> read(List<WaitingObject> objects, String authority) throws IOException {
        List<CaseObject> read = new ArrayList<>();
        for (WaitingObject waiting : objects) {
            read.add(new CaseObject(
                    waiting, new DurableInstance("", arrived(waiting.blob()), waiting.blob()).issuedBy(authority)));
        }
        return read;
    }

    private ArrivedInstance arrived(StoredBlob blob) throws IOException {
        try {
            return InstanceHeader.of(object(blob), sopClass -> true);
        } catch (UnfitObject e) {
            throw new IOException("what was fit on arrival is not any more: " + e.reason(), e);
        }
    }

    /** An object's data set; pixel data and long values are references. */
    public DicomObject object(StoredBlob blob) throws IOException {
        try (InputStream bytes = vault.read(blob)) {
            return reader.read(bytes);
        }
    }

    /**
     * A JPEG of the middle frame; empty for what is no picture, or none that can be decoded.
     *
     * @param size longest side in pixels
     */
    public Optional<byte[]> picture(StoredBlob blob, int size) throws IOException {
        DicomObject object = object(blob);
        FrameIndex frames = FrameIndex.of(object);
        int number = Math.max(1, (frames.frameCount() + 1) / 2);
        boolean deflated = object.transferSyntax().deflated();
        if (frames.frameCount() == 0 || deflated || frames.frameLength(number) > MOST_FRAME_BYTES) {
            return Optional.empty();
        }
        try {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            for (ByteRange range : frames.frame(number)) {
                try (InputStream bytes = vault.read(blob, range.offset(), range.length())) {
                    bytes.transferTo(frame);
                }
            }
            BufferedImage picture =
                    renderer.render(object.dataset(), object.transferSyntax(), number, frame.toByteArray(), size);
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", jpeg);
            return Optional.of(jpeg.toByteArray());
        } catch (FrameException notShown) {
            return Optional.empty();
        }
    }
}

package org.aegle.imaging.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.deidentify.DeidentificationProfile;
import org.aegle.dicom.deidentify.DeidentificationRefused;
import org.aegle.dicom.deidentify.Deidentifier;
import org.aegle.dicom.deidentify.ObjectSource;
import org.aegle.dicom.deidentify.ProjectKey;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;
import org.aegle.refusal.NotSupported;

/**
 * Objects without their patient, by the basic profile (PS3.15 E.2). Their identifiers are new ones, the same for as long
 * as this server runs, so that the objects of a study stay together; nobody keeps the key that leads back.
 */
@ApplicationScoped
public class AnonymousObjects {
    private final Deidentifier deidentifier = new Deidentifier(DeidentificationProfile.basic(), ProjectKey.random());

    @Inject
    private ImageAttributes attributes;

    @Inject
    private ObjectBytes bytes;

    /** An object ready to be written. Refuses with {@link NotSupported} what cannot be made safe. */
    public ObjectContent begin(RetrievableInstance instance) throws IOException {
        try {
            deidentifier.deidentify(attributes.of(instance));
        } catch (DeidentificationRefused e) {
            if (e.reason() != DeidentificationRefused.Reason.PIXELS_NOT_GIVEN) {
                throw new NotSupported(instance.uid() + " without its patient (" + e.getMessage() + ")");
            }
        }
        ObjectSource source = offset -> skipped(bytes.open(instance), offset);
        return new ObjectContent(
                instance.transferSyntaxUid(), ObjectContent.UNKNOWN, out -> deidentifier.deidentify(source, out));
    }

    private static InputStream skipped(InputStream in, long offset) throws IOException {
        in.skipNBytes(offset);
        return in;
    }
}

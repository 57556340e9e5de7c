package org.aegle.imaging.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkDataReference;
import org.aegle.dicom.data.Sequence;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.imaging.BulkDataAddress;
import org.aegle.imaging.InstanceAttributes;
import org.aegle.imaging.ObjectBytes;
import org.aegle.imaging.RetrievableInstance;

/**
 * The attributes of images with all that shows in a picture: lookup tables, palettes, overlays and ICC profiles are
 * fetched where metadata only names them. Those of the images shown last are kept, for the next of their frames.
 */
@ApplicationScoped
public class ImageAttributes {
    private static final int KEPT_ELEMENTS = 200_000;

    private final Cache<String, Attributes> kept = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(KEPT_ELEMENTS)
            .weigher((String blob, Attributes image) -> elements(image))
            .build();

    @Inject
    private InstanceAttributes instances;

    @Inject
    private ObjectBytes bytes;

    /** Not to be changed. */
    public Attributes of(RetrievableInstance image) throws IOException {
        String blob = image.blob().id();
        Attributes known = kept.getIfPresent(blob);
        if (known != null) {
            return known;
        }
        Attributes attributes = instances.of(image);
        fetch(attributes, image);
        kept.put(blob, attributes);
        return attributes;
    }

    private void fetch(Attributes attributes, RetrievableInstance image) throws IOException {
        for (int tag : attributes.tags()) {
            Object value = attributes.getValue(tag);
            if (value instanceof Sequence items) {
                for (Attributes item : items) {
                    fetch(item, image);
                }
            } else if (value instanceof BulkDataReference reference && FrameRenderer.needs(tag)) {
                BulkDataAddress address = BulkDataAddress.ofUri(reference.uri());
                try (InputStream in = bytes.value(image, address)) {
                    attributes.setBytes(tag, reference.vr(), in.readAllBytes());
                }
            }
        }
    }

    private static int elements(Attributes attributes) {
        int elements = attributes.size();
        for (int tag : attributes.tags()) {
            if (attributes.getValue(tag) instanceof Sequence items) {
                elements += items.stream().mapToInt(ImageAttributes::elements).sum();
            }
        }
        return elements;
    }
}

package org.aegle.dicom.image;

import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.image.scale.AxisSampling;
import org.aegle.dicom.image.scale.PixelRows;
import org.aegle.dicom.image.scale.ResampledRows;

/** Joins the stages from samples to the rows of a picture: shades or colours, overlays, size. PS3.4 N.2. */
final class DisplayPipeline {
    private final Frame frame;
    private final FrameAttributes attributes;
    private final RenderRequest request;

    DisplayPipeline(Frame frame, FrameAttributes attributes, RenderRequest request) {
        this.frame = frame;
        this.attributes = attributes;
        this.request = request;
    }

    /**
     * The rows of the picture.
     *
     * @throws FrameException.MalformedFrame when the palette is incomplete
     * @throws IllegalArgumentException when the image has no such window or region
     */
    PixelRows rows() throws FrameException {
        return resized(withOverlays(shades()));
    }

    private PixelRows shades() throws FrameException {
        PixelFormat format = frame.format();
        Attributes dataset = attributes.dataset();
        if (format.samples() > 1) {
            return new ColorRows(frame, format.photometric());
        }
        if (format.isPalette()) {
            return MappedRows.colour(frame, new PaletteColor(dataset, format.signed()));
        }
        GrayPipeline gray = new GrayPipeline(frame, attributes, request.windowing());
        if (SupplementalPalette.isShown(attributes)) {
            return MappedRows.supplemented(frame, gray, new PaletteColor(dataset, format.signed()));
        }
        return MappedRows.gray(frame, gray, (1 << request.grayBits()) - 1);
    }

    private PixelRows withOverlays(PixelRows picture) {
        List<OverlayPlane> planes = request.overlays() ? OverlayRows.planes(frame, attributes) : List.of();
        return planes.isEmpty() ? picture : new OverlayRows(picture, planes);
    }

    private PixelRows resized(PixelRows picture) {
        AxisSampling[] samplings =
                request.viewport().samplings(picture.columns(), picture.rows(), PixelAspect.of(attributes));
        boolean same = samplings[0].isIdentity(picture.columns()) && samplings[1].isIdentity(picture.rows());
        return same ? picture : new ResampledRows(picture, samplings[0], samplings[1]);
    }
}

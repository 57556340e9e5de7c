package org.aegle.dicomweb;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.function.Function;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.image.RenderRequest;
import org.aegle.dicom.image.SourceRegion;
import org.aegle.dicom.image.Viewport;
import org.aegle.dicom.image.VoiFunction;
import org.aegle.dicom.image.Window;
import org.aegle.refusal.Invalid;

/** How a picture is asked for by WADO-URI. PS3.18 9.4.1.2. */
public class UriParameters {
    private static final int REGION_PARTS = 4;

    @QueryParam("frameNumber")
    private String frameNumber;

    @QueryParam("rows")
    private String rows;

    @QueryParam("columns")
    private String columns;

    @QueryParam("region")
    private String region;

    @QueryParam("windowCenter")
    private String windowCenter;

    @QueryParam("windowWidth")
    private String windowWidth;

    @QueryParam("imageQuality")
    private String imageQuality;

    @QueryParam("annotation")
    private String annotation;

    @QueryParam("presentationUID")
    private String presentation;

    @QueryParam("presentationSeriesUID")
    private String presentationSeries;

    /** The number of the frame that is asked for, counted from 1; empty for none in particular. */
    Optional<Integer> findFrame() {
        return Optional.ofNullable(frameNumber).map(FrameNumbers::single);
    }

    /**
     * Refuses with {@link Invalid} what is without sense or not offered.
     *
     * @param image whose extent the region is a part of
     */
    RenderRequest get(Attributes image) {
        refuse("annotation", annotation);
        refuse("presentationUID", presentation);
        refuse("presentationSeriesUID", presentationSeries);
        RenderRequest request =
                RenderRequest.DEFAULT.withFrameNumber(findFrame().orElse(1)).withViewport(viewport(image));
        if (windowCenter != null || windowWidth != null) {
            request = request.withWindowing(window());
        }
        return imageQuality == null
                ? request
                : RenderParameters.parsed("imageQuality", "1 to 100", imageQuality, withQuality(request));
    }

    private static Function<String, RenderRequest> withQuality(RenderRequest request) {
        return quality -> request.withQuality(Integer.parseInt(quality));
    }

    private Viewport viewport(Attributes image) {
        int across = side("columns", columns);
        int down = side("rows", rows);
        Viewport space = across == 0 && down == 0
                ? Viewport.OWN_SIZE
                : Viewport.of(across == 0 ? Viewport.LARGEST : across, down == 0 ? Viewport.LARGEST : down);
        return region == null
                ? space
                : RenderParameters.parsed(
                        "region",
                        "xmin,ymin,xmax,ymax from 0 to 1",
                        region,
                        text -> space.withRegion(region(text, image)));
    }

    private static int side(String name, String value) {
        if (value == null) {
            return 0;
        }
        int side = RenderParameters.parsed(name, "a number of pixels", value, Integer::parseInt);
        if (side < 1 || side > Viewport.LARGEST) {
            throw new Invalid(name, "must be 1 to " + Viewport.LARGEST + " pixels");
        }
        return side;
    }

    private static SourceRegion region(String text, Attributes image) {
        String[] parts = text.split(",", -1);
        if (parts.length != REGION_PARTS) {
            throw new IllegalArgumentException("a region has four parts");
        }
        double[] edges = new double[REGION_PARTS];
        for (int i = 0; i < REGION_PARTS; i++) {
            edges[i] = Double.parseDouble(parts[i]);
            if (!(edges[i] >= 0 && edges[i] <= 1)) {
                throw new IllegalArgumentException("an edge beyond the image");
            }
        }
        double width = (edges[2] - edges[0]) * image.getInt(Tag.Columns, 0);
        double height = (edges[3] - edges[1]) * image.getInt(Tag.Rows, 0);
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("a region without extent");
        }
        return new SourceRegion(
                edges[0] * image.getInt(Tag.Columns, 0), edges[1] * image.getInt(Tag.Rows, 0), width, height);
    }

    private Window window() {
        if (windowCenter == null || windowWidth == null) {
            throw new Invalid("windowCenter", "and windowWidth go together");
        }
        return RenderParameters.parsed(
                "windowWidth",
                "a width of 1 or more around a number",
                windowWidth,
                width -> new Window(Double.parseDouble(windowCenter), Double.parseDouble(width), VoiFunction.LINEAR));
    }

    private static void refuse(String name, String value) {
        if (value != null && !value.isEmpty()) {
            throw new Invalid(name, "is not offered");
        }
    }
}

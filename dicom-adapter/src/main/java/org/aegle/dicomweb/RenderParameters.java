package org.aegle.dicomweb;

import jakarta.ws.rs.QueryParam;
import java.util.function.Function;
import org.aegle.dicom.image.RenderRequest;
import org.aegle.dicom.image.Viewport;
import org.aegle.dicom.image.VoiFunction;
import org.aegle.dicom.image.Window;
import org.aegle.refusal.Invalid;

/** How pictures are asked for: the parameters of rendered resources (PS3.18 8.3.5). */
public class RenderParameters {
    private static final int WINDOW_PARTS = 3;

    @QueryParam("viewport")
    private String viewport;

    @QueryParam("window")
    private String window;

    @QueryParam("quality")
    private String quality;

    @QueryParam("annotation")
    private String annotation;

    @QueryParam("iccprofile")
    private String iccProfile;

    /** The first frame, shown so. Refuses with {@link Invalid} what is without sense or not offered. */
    RenderRequest get() {
        if (annotation != null && !annotation.isEmpty()) {
            // A picture without the name that was asked for could be taken for another patient's.
            throw new Invalid("annotation", "is not offered: pictures come without text burned in");
        }
        RenderRequest request = RenderRequest.DEFAULT.withIccProfile(withProfile());
        request = viewport == null
                ? request
                : request.withViewport(
                        parsed("viewport", "vw,vh or vw,vh,sx,sy,sw,sh", viewport, RenderParameters::space));
        request = window == null
                ? request
                : request.withWindowing(
                        parsed("window", "center,width,linear|linear-exact|sigmoid", window, RenderParameters::window));
        int wanted = quality == null ? request.quality() : parsed("quality", "1 to 100", quality, Integer::parseInt);
        return parsed("quality", "1 to 100", wanted, request::withQuality);
    }

    private boolean withProfile() {
        if (iccProfile == null || iccProfile.equals("yes")) {
            return true;
        }
        if (!iccProfile.equals("no")) {
            throw new Invalid("iccprofile", "must be yes, for the image's own, or no; colours are not converted");
        }
        return false;
    }

    private static Viewport space(String text) {
        Viewport space = Viewport.parse(text);
        if (space.width() == 0) {
            throw new IllegalArgumentException("a viewport without extent");
        }
        return space;
    }

    private static Window window(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != WINDOW_PARTS) {
            throw new IllegalArgumentException("a window has three parts");
        }
        VoiFunction function =
                VoiFunction.find(parts[2]).orElseThrow(() -> new IllegalArgumentException("no function " + parts[2]));
        return new Window(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), function);
    }

    /** Numbers that are none are illegal arguments too. */
    static <V, T> T parsed(String name, String form, V value, Function<V, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new Invalid(name, "must be " + form + " (" + e.getMessage() + ")");
        }
    }
}

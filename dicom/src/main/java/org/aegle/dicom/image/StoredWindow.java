package org.aegle.dicom.image;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;

/**
 * A window that an image brings along. PS3.3 C.11.2.
 *
 * @param window the window
 * @param explanation what it is for, "BONE"; empty where the image does not say
 */
public record StoredWindow(Window window, String explanation) {
    /** The windows of an image's frame, in their order; those of a width without sense left out. */
    public static List<StoredWindow> of(Attributes dataset, int frameNumber) {
        return of(new FrameAttributes(dataset, frameNumber));
    }

    static List<StoredWindow> of(FrameAttributes frame) {
        return frame.findWith(Tag.WindowCenter, Tag.FrameVOILUTSequence)
                .map(StoredWindow::listed)
                .orElse(List.of());
    }

    private static List<StoredWindow> listed(Attributes attributes) {
        double[] centers = attributes.getDoubles(Tag.WindowCenter);
        double[] widths = attributes.getDoubles(Tag.WindowWidth);
        VoiFunction function = VoiFunction.ofTerm(attributes.getString(Tag.VOILUTFunction));
        List<StoredWindow> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            if (Double.isFinite(centers[i]) && function.accepts(widths[i])) {
                String explanation = attributes.getString(Tag.WindowCenterWidthExplanation, i, "");
                windows.add(new StoredWindow(new Window(centers[i], widths[i], function), explanation));
            }
        }
        return windows;
    }
}

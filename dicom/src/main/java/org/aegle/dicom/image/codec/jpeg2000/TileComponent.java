package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.image.FrameException.CodecUnavailable;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/** A component of a tile with its resolutions, the lowest first. Not thread safe. ITU-T T.800 B.5. */
final class TileComponent {
    /** Coefficients are integers of 32 bits, with a sign and half a step. */
    private static final int MAXIMUM_PLANES = 30;

    private final ImageSize.Component component;
    private final Area area;
    private final CodingStyle style;
    private final int regionShift;
    private final List<Resolution> resolutions = new ArrayList<>();

    TileComponent(ImageSize size, Area tile, int index, Parameters parameters) throws MalformedFrame, CodecUnavailable {
        this.component = size.components().get(index);
        this.area = tile.divided(component.dx(), component.dy());
        this.style = parameters.style(index);
        this.regionShift = parameters.regionShift(index);
        Quantization quantization = parameters.quantization(index);
        for (int number = 0; number <= style.levels(); number++) {
            Area reduced = area.subband(style.levels() - number, 0, 0);
            resolutions.add(new Resolution(number, reduced, subbands(number, quantization), style));
        }
    }

    private List<Subband> subbands(int resolution, Quantization quantization) throws MalformedFrame, CodecUnavailable {
        List<Subband> subbands = new ArrayList<>();
        int index = Quantization.firstIndex(resolution);
        int level = resolution == 0 ? style.levels() : style.levels() - resolution + 1;
        for (Subband.Kind kind : Subband.Kind.values()) {
            if ((kind == Subband.Kind.LL) != (resolution == 0)) {
                continue;
            }
            Area lower = area.subband(level, 0, 0);
            int planes = quantization.guardBits() + quantization.exponent(resolution, index) - 1 + regionShift;
            if (planes > MAXIMUM_PLANES) {
                throw new CodecUnavailable("JPEG 2000 coefficients of " + planes + " bits");
            }
            subbands.add(new Subband(
                    kind,
                    area.subband(level, kind.highColumns, kind.highRows),
                    kind.highColumns * lower.width(),
                    kind.highRows * lower.height(),
                    planes,
                    style.reversible() ? 1 : quantization.step(resolution, index, component.precision() + kind.gain)));
            index++;
        }
        return List.copyOf(subbands);
    }

    ImageSize.Component component() {
        return component;
    }

    Area area() {
        return area;
    }

    CodingStyle style() {
        return style;
    }

    int regionShift() {
        return regionShift;
    }

    List<Resolution> resolutions() {
        return resolutions;
    }
}

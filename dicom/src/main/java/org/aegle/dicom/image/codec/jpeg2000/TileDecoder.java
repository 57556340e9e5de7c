package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.image.FrameException;

/** Decodes a tile: packets, blocks, wavelets, colours. For one use. ITU-T T.800 Annex B to G. */
final class TileDecoder {
    private final TileParts data;
    private final Area area;
    private final List<TileComponent> components = new ArrayList<>();

    TileDecoder(ImageSize size, int index, TileParts data) throws FrameException {
        this.data = data;
        this.area = size.tile(index);
        for (int i = 0; i < size.components().size(); i++) {
            components.add(new TileComponent(size, area, i, data.parameters()));
        }
    }

    /** Decodes the tile into the image. */
    void decode(ImageSamples image) throws FrameException {
        PacketReader packets = new PacketReader(data);
        new PacketSequence(area, components, packets).read(data.parameters());
        CoefficientPlane[] planes = new CoefficientPlane[components.size()];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = samples(components.get(i), packets.bytes());
        }
        if (data.parameters().transformsComponents()) {
            ColourTransform.invert(planes);
        }
        for (int i = 0; i < planes.length; i++) {
            image.put(i, components.get(i).area(), area, planes[i]);
        }
    }

    private static CoefficientPlane samples(TileComponent component, byte[] codestream) throws FrameException {
        CoefficientPlane plane = component.style().reversible()
                ? new ReversiblePlane(component.area())
                : new IrreversiblePlane(component.area());
        new CodeBlocks(component, codestream, plane).decode();
        plane.synthesize(component);
        return plane;
    }
}

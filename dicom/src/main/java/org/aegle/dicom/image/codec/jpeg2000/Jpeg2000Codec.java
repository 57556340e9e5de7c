package org.aegle.dicom.image.codec.jpeg2000;

import java.util.Map;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.PixelFormat;
import org.aegle.dicom.image.codec.FrameCodec;

/**
 * JPEG 2000, Part 1, and High-Throughput JPEG 2000, reversible and irreversible, of up to 30 bit-planes. Thread safe.
 * PS3.5 8.2.4, 8.2.14, ITU-T T.800, T.814.
 */
public final class Jpeg2000Codec implements FrameCodec {
    @Override
    public Frame decode(PixelFormat format, byte[] bytes) throws FrameException {
        CodestreamReader reader = new CodestreamReader(Jp2File.codestream(bytes));
        ImageSize size = reader.size();
        ImageSamples image = new ImageSamples(size, format);
        Map<Integer, TileParts> tiles = reader.readTiles();
        if (tiles.size() < size.tiles()) {
            throw new MalformedFrame("the codestream lacks a tile");
        }
        for (Map.Entry<Integer, TileParts> tile : tiles.entrySet()) {
            new TileDecoder(size, tile.getKey(), tile.getValue()).decode(image);
        }
        return image.toFrame();
    }
}

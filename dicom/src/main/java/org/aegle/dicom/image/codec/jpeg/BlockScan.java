package org.aegle.dicom.image.codec.jpeg;

import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Visits the blocks of a scan in the order of their data. ITU-T T.81 A.2, F.2.1.3. */
final class BlockScan {
    private static final int MAXIMUM_BLOCKS_OF_UNIT = 10;

    /** Decodes blocks one after the other. */
    interface BlockDecoder {
        /** Decodes a block of a component of the scan. */
        void decode(int component, int blockRow, int blockColumn) throws MalformedFrame;

        /** Forgets what came before. */
        void restart();
    }

    private final FrameHeader frame;
    private final ScanHeader scan;
    private final ComponentPlane[] planes;
    private final int restartInterval;
    private final ScanBits bits;

    BlockScan(FrameHeader frame, ScanHeader scan, ComponentPlane[] planes, int restartInterval, ScanBits bits) {
        this.frame = frame;
        this.scan = scan;
        this.planes = planes;
        this.restartInterval = restartInterval;
        this.bits = bits;
    }

    /** Lets all blocks be decoded. */
    void run(BlockDecoder decoder) throws FrameException {
        boolean single = scan.components().size() == 1;
        ComponentPlane first = planes[scan.components().get(0).index()];
        int wide = single ? first.ownBlocksWide() : units(frame.columns(), frame.maximumHorizontal());
        int high = single ? first.ownBlocksHigh() : units(frame.rows(), frame.maximumVertical());
        if (!single) {
            requireSmallUnits();
        }
        int count = 0;
        for (int row = 0; row < high; row++) {
            FrameException.throwIfInterrupted();
            for (int column = 0; column < wide; column++, count++) {
                if (restartInterval > 0 && count > 0 && count % restartInterval == 0) {
                    bits.restart(count / restartInterval - 1);
                    decoder.restart();
                }
                if (single) {
                    decoder.decode(0, row, column);
                } else {
                    decodeUnit(decoder, row, column);
                }
            }
        }
        bits.requireSound();
    }

    private static int units(int samples, int factor) {
        return (samples + Block.SIDE * factor - 1) / (Block.SIDE * factor);
    }

    private void requireSmallUnits() throws MalformedFrame {
        int blocks = 0;
        for (ScanHeader.Component component : scan.components()) {
            FrameHeader.Component described = frame.components().get(component.index());
            blocks += described.horizontal() * described.vertical();
        }
        if (blocks > MAXIMUM_BLOCKS_OF_UNIT) {
            throw new MalformedFrame("a JPEG scan with units of " + blocks + " blocks");
        }
    }

    private void decodeUnit(BlockDecoder decoder, int row, int column) throws MalformedFrame {
        for (int i = 0; i < scan.components().size(); i++) {
            FrameHeader.Component component =
                    frame.components().get(scan.components().get(i).index());
            for (int y = 0; y < component.vertical(); y++) {
                for (int x = 0; x < component.horizontal(); x++) {
                    decoder.decode(i, row * component.vertical() + y, column * component.horizontal() + x);
                }
            }
        }
    }
}

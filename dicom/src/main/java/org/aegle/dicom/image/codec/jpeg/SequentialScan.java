package org.aegle.dicom.image.codec.jpeg;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/** Blocks of the baseline and extended sequential processes. Not thread safe. ITU-T T.81 F.2.2. */
final class SequentialScan implements BlockScan.BlockDecoder {
    private static final int LARGEST_CATEGORY = 15;
    private static final int ZERO_RUN = 0xF0;

    private final ComponentPlane[] planes;
    private final HuffmanTable[] dc;
    private final HuffmanTable[] ac;
    private final int[][] quantization;
    private final int[] predictions;
    private final ScanBits bits;
    private final InverseDct dct;
    private final int[] block = new int[Block.SIZE];

    SequentialScan(FrameHeader frame, ScanHeader scan, ComponentPlane[] allPlanes, CodingTables tables, ScanBits bits)
            throws MalformedFrame {
        int count = scan.components().size();
        this.planes = new ComponentPlane[count];
        this.dc = new HuffmanTable[count];
        this.ac = new HuffmanTable[count];
        this.quantization = new int[count][];
        this.predictions = new int[count];
        this.bits = bits;
        this.dct = new InverseDct(frame.precision());
        for (int i = 0; i < count; i++) {
            ScanHeader.Component component = scan.components().get(i);
            planes[i] = allPlanes[component.index()];
            dc[i] = tables.dc(component.dcTable());
            ac[i] = tables.ac(component.acTable());
            quantization[i] = tables.quantization(
                    frame.components().get(component.index()).quantization());
        }
    }

    @Override
    public void restart() {
        Arrays.fill(predictions, 0);
    }

    @Override
    public void decode(int component, int blockRow, int blockColumn) throws MalformedFrame {
        Arrays.fill(block, 0);
        int[] steps = quantization[component];
        int category = dc[component].decode(bits);
        if (category > LARGEST_CATEGORY) {
            throw new MalformedFrame("a DC difference of " + category + " bits");
        }
        predictions[component] += bits.readDifference(category);
        block[0] = predictions[component] * steps[0];
        readAc(ac[component], steps);
        ComponentPlane plane = planes[component];
        dct.transform(block, plane.samples(), plane.sampleIndex(blockRow, blockColumn), plane.stride());
    }

    private void readAc(HuffmanTable table, int[] steps) throws MalformedFrame {
        for (int k = 1; k < Block.SIZE; k++) {
            int runAndCategory = table.decode(bits);
            int category = runAndCategory & 15;
            k += runAndCategory >> 4;
            if (category == 0) {
                if (runAndCategory != ZERO_RUN) {
                    return;
                }
            } else if (k < Block.SIZE) {
                int index = Block.naturalIndex(k);
                block[index] = bits.readDifference(category) * steps[index];
            } else {
                throw new MalformedFrame("a JPEG block of more than 64 coefficients");
            }
        }
    }
}

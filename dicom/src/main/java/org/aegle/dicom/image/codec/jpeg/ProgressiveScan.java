package org.aegle.dicom.image.codec.jpeg;

import java.util.Arrays;
import org.aegle.dicom.image.FrameException.MalformedFrame;

/**
 * A scan of the progressive process: some coefficients of all blocks, or one more bit of each. Not thread safe. ITU-T
 * T.81 Annex G.
 */
final class ProgressiveScan implements BlockScan.BlockDecoder {
    private static final int LARGEST_CATEGORY = 15;
    private static final int ZERO_RUN_LENGTH = 15;
    private static final int LARGEST_SHIFT = 13;

    private final ScanHeader scan;
    private final ComponentPlane[] planes;
    private final HuffmanTable[] tables;
    private final int[] predictions;
    private final ScanBits bits;
    private int endOfBandRun;

    ProgressiveScan(ScanHeader scan, ComponentPlane[] allPlanes, CodingTables tables, ScanBits bits)
            throws MalformedFrame {
        int count = scan.components().size();
        check(scan, count);
        this.scan = scan;
        this.bits = bits;
        this.predictions = new int[count];
        this.planes = new ComponentPlane[count];
        this.tables = new HuffmanTable[count];
        for (int i = 0; i < count; i++) {
            ScanHeader.Component component = scan.components().get(i);
            planes[i] = allPlanes[component.index()];
            if (scan.first() > 0) {
                this.tables[i] = tables.ac(component.acTable());
            } else if (scan.approximationHigh() == 0) {
                this.tables[i] = tables.dc(component.dcTable());
            }
        }
    }

    private static void check(ScanHeader scan, int count) throws MalformedFrame {
        boolean dc = scan.first() == 0 && scan.last() == 0;
        boolean ac = scan.first() > 0 && scan.last() >= scan.first() && scan.last() < Block.SIZE && count == 1;
        boolean shifted = scan.approximationLow() <= LARGEST_SHIFT
                && (scan.approximationHigh() == 0 || scan.approximationHigh() == scan.approximationLow() + 1);
        if (!(dc || ac) || !shifted) {
            throw new MalformedFrame("a progressive JPEG scan of an impossible band");
        }
    }

    @Override
    public void restart() {
        Arrays.fill(predictions, 0);
        endOfBandRun = 0;
    }

    @Override
    public void decode(int component, int blockRow, int blockColumn) throws MalformedFrame {
        ComponentPlane plane = planes[component];
        short[] coefficients = plane.coefficients();
        int at = plane.coefficientIndex(blockRow, blockColumn);
        boolean firstPass = scan.approximationHigh() == 0;
        if (scan.first() > 0) {
            if (firstPass) {
                readBand(tables[component], coefficients, at);
            } else {
                refineBand(tables[component], coefficients, at);
            }
        } else if (firstPass) {
            readDc(component, coefficients, at);
        } else if (bits.readBit()) {
            coefficients[at] |= (short) (1 << scan.approximationLow());
        }
    }

    private void readDc(int component, short[] coefficients, int at) throws MalformedFrame {
        int category = tables[component].decode(bits);
        if (category > LARGEST_CATEGORY) {
            throw new MalformedFrame("a DC difference of " + category + " bits");
        }
        predictions[component] += bits.readDifference(category);
        coefficients[at] = (short) (predictions[component] << scan.approximationLow());
    }

    private void readBand(HuffmanTable table, short[] coefficients, int at) throws MalformedFrame {
        if (endOfBandRun > 0) {
            endOfBandRun--;
            return;
        }
        for (int k = scan.first(); k <= scan.last(); k++) {
            int runAndCategory = table.decode(bits);
            int run = runAndCategory >> 4;
            int category = runAndCategory & 15;
            if (category == 0 && run < ZERO_RUN_LENGTH) {
                endOfBandRun = (1 << run) - 1 + bits.read(run);
                return;
            }
            k += run;
            if (category > 0) {
                if (k > scan.last()) {
                    throw new MalformedFrame("a JPEG block of more coefficients than its band");
                }
                coefficients[at + Block.naturalIndex(k)] =
                        (short) (bits.readDifference(category) << scan.approximationLow());
            }
        }
    }

    /** T.81 G.1.2.3: bits for those that are not zero come between new coefficients. */
    private void refineBand(HuffmanTable table, short[] coefficients, int at) throws MalformedFrame {
        int k = scan.first();
        while (endOfBandRun == 0 && k <= scan.last()) {
            int runAndCategory = table.decode(bits);
            int run = runAndCategory >> 4;
            int value = 0;
            if ((runAndCategory & 15) != 0) {
                value = bits.readBit() ? 1 << scan.approximationLow() : -1 << scan.approximationLow();
            } else if (run < ZERO_RUN_LENGTH) {
                endOfBandRun = (1 << run) + bits.read(run);
                break;
            }
            k = refine(coefficients, at, k, run);
            if (value != 0 && k <= scan.last()) {
                coefficients[at + Block.naturalIndex(k)] = (short) value;
            }
            k++;
        }
        if (endOfBandRun > 0) {
            refine(coefficients, at, k, Block.SIZE);
            endOfBandRun--;
        }
    }

    /** Refines up to the zero after a number of zeros, and tells where that is. */
    private int refine(short[] coefficients, int at, int from, int zeros) throws MalformedFrame {
        int bit = 1 << scan.approximationLow();
        int left = zeros;
        for (int k = from; k <= scan.last(); k++) {
            int index = at + Block.naturalIndex(k);
            if (coefficients[index] == 0) {
                if (left-- == 0) {
                    return k;
                }
            } else if (bits.readBit() && (coefficients[index] & bit) == 0) {
                coefficients[index] += (short) (coefficients[index] > 0 ? bit : -bit);
            }
        }
        return Block.SIZE;
    }
}

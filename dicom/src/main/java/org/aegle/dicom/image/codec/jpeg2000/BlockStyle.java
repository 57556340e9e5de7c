package org.aegle.dicom.image.codec.jpeg2000;

/**
 * How code-blocks are coded. ITU-T T.800 table A.19, T.814 A.4.
 *
 * @param flags the standard's bits
 */
record BlockStyle(int flags) {
    /** Raw bits instead of arithmetic coding in the lower planes. */
    boolean bypass() {
        return (flags & 0x01) != 0;
    }

    /** Contexts are reset after each pass. */
    boolean resets() {
        return (flags & 0x02) != 0;
    }

    /** Each pass ends its codeword. */
    boolean terminatesAll() {
        return (flags & 0x04) != 0;
    }

    /** Contexts do not look at the stripe below. */
    boolean verticallyCausal() {
        return (flags & 0x08) != 0;
    }

    /** A symbol ends each cleanup pass. */
    boolean segmentationSymbols() {
        return (flags & 0x20) != 0;
    }

    /** High-throughput blocks. */
    boolean highThroughput() {
        return (flags & 0x40) != 0;
    }

    /** High-throughput and other blocks in one component, told block by block. */
    boolean mixed() {
        return (flags & 0x80) != 0;
    }
}

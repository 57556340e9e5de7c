package org.aegle.dicom.image.codec.jpeg2000;

import org.aegle.dicom.image.FrameException;

/** The coefficients, then samples of a tile-component: integers or floating point numbers. Not thread safe. */
interface CoefficientPlane {
    /** Takes the coefficients of a block, as {@link BlockDecoder} gives them. */
    void put(Subband subband, Area block, int[] coefficients, int regionShift);

    /** Makes samples of the coefficients. */
    void synthesize(TileComponent component) throws FrameException;

    /** The samples of a row as integers around zero. */
    void row(int y, int[] values);
}

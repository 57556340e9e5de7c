package org.aegle.imaging.rendition;

import java.io.IOException;
import java.io.OutputStream;
import org.aegle.dicom.image.RenderedFrame;
import org.aegle.dicom.image.output.JpegWriter;
import org.aegle.dicom.image.output.PngWriter;

/** The files that pictures are told in. PS3.18 table 8.7.4-1. */
public enum PictureType {
    JPEG("image/jpeg") {
        @Override
        void write(RenderedFrame picture, int quality, OutputStream out) throws IOException {
            new JpegWriter().write(picture, quality, out);
        }
    },
    /** Lossless, whatever the quality. */
    PNG("image/png") {
        @Override
        void write(RenderedFrame picture, int quality, OutputStream out) throws IOException {
            new PngWriter().write(picture, out);
        }
    };

    private final String mediaType;

    PictureType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    abstract void write(RenderedFrame picture, int quality, OutputStream out) throws IOException;
}

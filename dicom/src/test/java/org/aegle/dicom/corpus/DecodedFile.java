package org.aegle.dicom.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameDecoder;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;

/** A file's frames by this module. */
public final class DecodedFile {
    private final DicomObject object;
    private final byte[] bytes;
    private final FrameIndex index;

    /** Reads a file. */
    public DecodedFile(byte[] file) throws IOException {
        object = new DicomReader().read(new ByteArrayInputStream(file));
        bytes = object.transferSyntax().deflated()
                ? new DicomReader()
                        .inflated(new ByteArrayInputStream(file), object.datasetOffset())
                        .readAllBytes()
                : file;
        index = FrameIndex.of(object);
    }

    /** What was read. */
    public DicomObject object() {
        return object;
    }

    /** How many frames there are. */
    public int frames() {
        return index.frameCount();
    }

    /** The bytes of a frame, counted from 1, by itself. */
    public byte[] frameBytes(int number) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (ByteRange range : index.frame(number)) {
            frame.write(bytes, (int) range.offset(), (int) range.length());
        }
        return index.cut(number, frame.toByteArray());
    }

    /** The samples of a frame, counted from 1. */
    public Frame frame(int number) throws FrameException {
        return new FrameDecoder().decode(object.dataset(), object.transferSyntax(), frameBytes(number));
    }
}

package org.aegle.dicom.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.image.EncodedFrame;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameDecoder;
import org.aegle.dicom.image.FrameEncoder;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.TransferSyntax;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A frame of 512 by 512 pixels in 16 bit cells, decoded and encoded without loss. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class CtFrame {
    private final FrameDecoder decoder = new FrameDecoder();
    private final FrameEncoder encoder = new FrameEncoder();

    /** The transfer syntax. */
    @Param({UID.RLELossless, UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless})
    public String syntax;

    private TransferSyntax transferSyntax;
    private Attributes dataset;
    private Frame frame;
    private EncodedFrame encoded;

    /** Makes and encodes the image. */
    @Setup
    public void image() throws IOException, FrameException {
        CtImage image = CtImage.make();
        DicomObject object = image.read();
        dataset = object.dataset();
        frame = decoder.decode(dataset, object.transferSyntax(), image.frame());
        transferSyntax = TransferSyntax.find(syntax).orElseThrow();
        encoded = encoder.encode(frame, transferSyntax);
    }

    /** Milliseconds to decode it. */
    @Benchmark
    public Frame decode() throws FrameException {
        return decoder.decode(dataset, transferSyntax, encoded.bytes());
    }

    /** Milliseconds to encode it. */
    @Benchmark
    public EncodedFrame encode() throws FrameException {
        return encoder.encode(frame, transferSyntax);
    }
}

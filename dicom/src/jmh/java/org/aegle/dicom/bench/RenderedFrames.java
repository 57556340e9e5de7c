package org.aegle.dicom.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.image.RenderRequest;
import org.aegle.dicom.image.RenderedFrame;
import org.aegle.dicom.image.Viewport;
import org.aegle.dicom.image.VoiFunction;
import org.aegle.dicom.image.Window;
import org.aegle.dicom.image.Windowing;
import org.aegle.dicom.image.output.JpegWriter;
import org.aegle.dicom.image.output.PngWriter;
import org.aegle.dicom.io.TransferSyntax;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Pictures of native frames: gray of 16 bits in 512 and 4096 pixels each way, colours of 8 bits in 1024 by 768. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RenderedFrames {
    private final FrameRenderer renderer = new FrameRenderer();
    private final Window soft = new Window(40, 400, VoiFunction.LINEAR);
    private Attributes slice;
    private byte[] slicePixels;
    private Attributes radiograph;
    private byte[] radiographPixels;
    private Attributes colour;
    private byte[] colourPixels;
    private RenderedFrame shown;

    /** Makes the images: shades that rise, with noise in the lower bits. */
    @Setup
    public void images() throws FrameException {
        slice = image(512, 512, 1, "MONOCHROME2", 16);
        slicePixels = pixels(512 * 512 * 2);
        radiograph = image(4096, 4096, 1, "MONOCHROME2", 16);
        radiographPixels = pixels(4096 * 4096 * 2);
        colour = image(768, 1024, 3, "YBR_FULL", 8);
        colourPixels = pixels(768 * 1024 * 3);
        shown = slice(RenderRequest.DEFAULT.withWindowing(soft));
    }

    private static Attributes image(int rows, int columns, int samples, String photometric, int bits) {
        Attributes image = new Attributes();
        image.setInt(Tag.SamplesPerPixel, VR.US, samples);
        image.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
        image.setInt(Tag.Rows, VR.US, rows);
        image.setInt(Tag.Columns, VR.US, columns);
        image.setInt(Tag.BitsAllocated, VR.US, bits);
        image.setInt(Tag.BitsStored, VR.US, bits);
        image.setInt(Tag.HighBit, VR.US, bits - 1);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setString(Tag.RescaleIntercept, VR.DS, "-1024");
        image.setString(Tag.RescaleSlope, VR.DS, "1");
        return image;
    }

    /** Words below 4096. */
    private static byte[] pixels(int length) {
        byte[] pixels = new byte[length];
        for (int i = 0; i + 1 < length; i += 2) {
            pixels[i] = (byte) (i * 2654435761L >>> 13);
            pixels[i + 1] = (byte) (16L * i / length);
        }
        return pixels;
    }

    private RenderedFrame slice(RenderRequest request) throws FrameException {
        return renderer.render(slice, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, slicePixels, request);
    }

    /** A slice of 512 by 512 in a given window. */
    @Benchmark
    public RenderedFrame sliceInWindow() throws FrameException {
        return slice(RenderRequest.DEFAULT.withWindowing(soft));
    }

    /** The same by a sigmoid. */
    @Benchmark
    public RenderedFrame sliceBySigmoid() throws FrameException {
        return slice(RenderRequest.DEFAULT.withWindowing(new Window(40, 400, VoiFunction.SIGMOID)));
    }

    /** The same in the range of its values, which are looked for. */
    @Benchmark
    public RenderedFrame sliceInWholeRange() throws FrameException {
        return slice(RenderRequest.DEFAULT.withWindowing(new Windowing.WholeRange()));
    }

    /** The same made twice as large. */
    @Benchmark
    public RenderedFrame sliceEnlarged() throws FrameException {
        return slice(RenderRequest.DEFAULT.withWindowing(soft).withViewport(Viewport.of(1024, 1024)));
    }

    /** A thumbnail of 256 pixels of an image of 4096 by 4096. */
    @Benchmark
    public RenderedFrame thumbnailOfRadiograph() throws FrameException {
        RenderRequest small = RenderRequest.DEFAULT.withWindowing(soft).withViewport(Viewport.within(256));
        return renderer.render(radiograph, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, radiographPixels, small);
    }

    /** Luminance and chrominance of 1024 by 768. */
    @Benchmark
    public RenderedFrame colours() throws FrameException {
        return renderer.render(colour, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, colourPixels, RenderRequest.DEFAULT);
    }

    /** The slice as PNG. */
    @Benchmark
    public void png() throws IOException {
        new PngWriter().write(shown, OutputStream.nullOutputStream());
    }

    /** The slice as JPEG. */
    @Benchmark
    public void jpeg() throws IOException {
        new JpegWriter().write(shown, 90, OutputStream.nullOutputStream());
    }
}

package org.aegle.dicom.image.codec;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.aegle.dicom.corpus.DecodedFile;
import org.aegle.dicom.image.Frame;
import org.aegle.dicom.image.FrameDecoder;
import org.aegle.dicom.io.DicomObject;

/**
 * Tells how long the first frames of the named files take to decode when the code is warm: median and best of a hundred
 * runs in milliseconds of the thread's processor time. No test; to be started by hand with the test class path.
 */
public final class CodecBenchmark {
    private static final int WARM_UP = 60;
    private static final int RUNS = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CodecBenchmark() {}

    /** Decodes the first frame of each file again and again. */
    public static void main(String[] files) throws Exception {
        for (String name : files) {
            DecodedFile file = new DecodedFile(Files.readAllBytes(Path.of(name)));
            DicomObject object = file.object();
            byte[] bytes = file.frameBytes(1);
            FrameDecoder decoder = new FrameDecoder();
            long[] times = new long[RUNS];
            Frame frame = null;
            for (int i = -WARM_UP; i < RUNS; i++) {
                long start = THREADS.getCurrentThreadCpuTime();
                frame = decoder.decode(object.dataset(), object.transferSyntax(), bytes);
                if (i >= 0) {
                    times[i] = THREADS.getCurrentThreadCpuTime() - start;
                }
            }
            Arrays.sort(times);
            System.out.printf(
                    "%-70s %5d x %-5d %8d bytes %7.2f ms median %7.2f ms best%n",
                    Path.of(name).getFileName(),
                    frame.format().columns(),
                    frame.format().rows(),
                    bytes.length,
                    times[RUNS / 2] / 1e6,
                    times[0] / 1e6);
        }
    }
}

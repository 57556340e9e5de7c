package org.aegle.dicom.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.aegle.dicom.image.FrameException;
import org.aegle.dicom.image.FrameRenderer;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.json.DicomJsonWriter;
import org.aegle.dicom.json.NativeModelWriter;

/**
 * Reads spoilt files for a while: none may hang for more than five seconds, end in an error that is not one of ours, or
 * take more memory than the virtual machine was given. What offends is kept as a file.
 *
 * <p>Arguments: a folder of sound files, seconds, a folder for what offends, a seed.
 */
public final class Fuzz {
    private static final long LARGEST = 400_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DicomReader reader = new DicomReader();
    private final FrameRenderer renderer = new FrameRenderer();

    private Fuzz() {}

    /** Runs; the exit code is the number of different offences, at most 100. */
    public static void main(String[] arguments) throws Exception {
        List<byte[]> sound = sound(Path.of(arguments[0]));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
        Path offenders = Files.createDirectories(Path.of(arguments[2]));
        Mutator mutator = new Mutator(sound, Long.parseLong(arguments[3]));
        Set<String> offences = new HashSet<>();
        long rounds = 0;
        while (System.nanoTime() < end) {
            byte[] mutant = mutator.next();
            String offence = new Fuzz().offence(mutant);
            if (!offence.isEmpty() && offences.add(offence)) {
                Files.write(offenders.resolve("offender-" + offences.size() + ".dcm"), mutant);
                System.out.println("offender-" + offences.size() + ": " + offence);
            }
            rounds++;
        }
        System.out.println(
                rounds + " spoilt files of " + sound.size() + " sound ones, " + offences.size() + " offences");
        System.exit(Math.min(100, offences.size()));
    }

    private static List<byte[]> sound(Path folder) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= LARGEST && Files.size(file) > 132) {
                    files.add(Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    /** Where it went wrong; empty when it did not. */
    private String offence(byte[] mutant) throws InterruptedException {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        Future<?> work = worker.submit(() -> {
            read(mutant);
            return null;
        });
        try {
            work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return "";
        } catch (TimeoutException e) {
            return "hangs";
        } catch (ExecutionException e) {
            return isOurs(e.getCause()) ? "" : place(e.getCause());
        } finally {
            worker.shutdownNow();
        }
    }

    private static boolean isOurs(Throwable thrown) {
        return thrown instanceof IOException || thrown instanceof FrameException;
    }

    private static String place(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("org.aegle.dicom")
                    && !frame.getClassName().contains("fuzz")) {
                return thrown.getClass().getName() + " at " + frame;
            }
        }
        return thrown.toString();
    }

    private void read(byte[] mutant) throws IOException, FrameException {
        DicomObject object = reader.read(new ByteArrayInputStream(mutant));
        object.dataset().toString(1000);
        new DicomJsonWriter().write(object.dataset(), OutputStream.nullOutputStream());
        new NativeModelWriter().write(object.dataset(), OutputStream.nullOutputStream());
        FrameIndex frames = FrameIndex.of(object);
        frames.toBytes();
        if (frames.frameCount() > 0 && !object.transferSyntax().deflated()) {
            renderer.render(object.dataset(), object.transferSyntax(), frame(mutant, frames), 256);
        }
    }

    private static byte[] frame(byte[] mutant, FrameIndex frames) throws IOException {
        return frames.read(
                frames.frameCount(),
                range -> new ByteArrayInputStream(mutant, (int) range.offset(), (int) range.length()));
    }
}

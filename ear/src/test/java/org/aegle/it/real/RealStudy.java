package org.aegle.it.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aegle.dicom.data.Tag;
import org.aegle.it.client.Part10;

/** A study of a real scanner from the folder that {@code AEGLE_TEST_DATA} names. */
public record RealStudy(List<byte[]> objects) {
    static final String MEDIA_DIRECTORY = "DIRFILE";

    public static boolean areThere() {
        return System.getenv("AEGLE_TEST_DATA") != null;
    }

    /** Fails when the folder or the files are not there. */
    public static RealStudy of(String folder, int count) {
        Path files = Path.of(System.getenv("AEGLE_TEST_DATA")).resolve("dicom").resolve(folder);
        try (Stream<Path> all = Files.walk(files)) {
            List<byte[]> objects = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(MEDIA_DIRECTORY))
                    .sorted()
                    .map(RealStudy::read)
                    .toList();
            if (objects.size() != count) {
                throw new AssertionError(objects.size() + " instead of " + count + " files in " + folder);
            }
            return new RealStudy(objects);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " of the test data is missing", e);
        }
    }

    static byte[] mediaDirectory() {
        return read(Path.of(System.getenv("AEGLE_TEST_DATA"), "dicom", "study-ct-phantom", "S21610", MEDIA_DIRECTORY));
    }

    public String uid() {
        return Part10.read(objects.get(0)).dataset().getString(Tag.StudyInstanceUID);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

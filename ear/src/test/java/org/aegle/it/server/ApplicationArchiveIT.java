package org.aegle.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What lies in aegle.ear, and what must not. */
class ApplicationArchiveIT {
    private static final Path ARCHIVE = Path.of("target/aegle.ear");
    private static final long LARGEST = 180L << 20;

    @Test
    void libraryShouldLieInTheArchiveOnce() throws IOException {
        List<String> libraries = libraries();
        List<String> twice = libraries.stream()
                .filter(library -> libraries.stream()
                                .filter(other -> isSameArtifact(library, other))
                                .count()
                        > 1)
                .toList();

        assertEquals(List.of(), twice);
    }

    @Test
    void apiThatTheServerHasShouldNotBeBrought() throws IOException {
        List<String> brought = libraries().stream()
                .filter(name -> name.contains("/jakarta.") || name.contains("slf4j") || name.contains("eclipselink"))
                .toList();

        assertEquals(List.of(), brought);
    }

    @Test
    void everyLibraryShouldBringTheIndexOfItsAnnotations() throws IOException {
        List<String> lacking = new ArrayList<>();
        forEachLibrary((name, content) -> {
            if (!names(content).contains("META-INF/jandex.idx")) {
                lacking.add(name);
            }
        });

        assertEquals(List.of(), lacking);
    }

    @Test
    void archiveShouldStaySmall() throws IOException {
        assertTrue(Files.size(ARCHIVE) < LARGEST, Files.size(ARCHIVE) + " bytes");
    }

    private static List<String> libraries() throws IOException {
        List<String> found = new ArrayList<>();
        forEachLibrary((name, content) -> found.add(name));
        return found;
    }

    /** The EAR's own libraries have their group before their name, those of a WAR have not. */
    private static boolean isSameArtifact(String library, String other) {
        boolean shared = other.startsWith("lib/") && library.startsWith("WEB-INF/");
        return artifact(library).equals(artifact(other))
                || (shared && artifact(other).endsWith("-" + artifact(library)));
    }

    private static String artifact(String library) {
        return library.substring(library.lastIndexOf('/') + 1).replaceFirst("-\\d[^/]*\\.jar$", "");
    }

    private interface Visitor {
        void visit(String name, byte[] content) throws IOException;
    }

    private static void forEachLibrary(Visitor visitor) throws IOException {
        try (InputStream archive = Files.newInputStream(ARCHIVE)) {
            visitLibraries(archive, visitor);
        }
    }

    private static void visitLibraries(InputStream archive, Visitor visitor) throws IOException {
        ZipInputStream entries = new ZipInputStream(archive);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = entry.getName();
            if (name.endsWith(".war")) {
                visitLibraries(new ByteArrayInputStream(entries.readAllBytes()), visitor);
            } else if (name.matches("(WEB-INF/)?lib/[^/]+\\.jar")) {
                visitor.visit(name, entries.readAllBytes());
            }
        }
    }

    private static Set<String> names(byte[] library) throws IOException {
        Set<String> names = new HashSet<>();
        ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(library));
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            names.add(entry.getName());
        }
        return names;
    }
}

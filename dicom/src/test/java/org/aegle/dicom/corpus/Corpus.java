package org.aegle.dicom.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The real files under AEGLE_TEST_DATA with what independent readers found in them. */
final class Corpus {
    private final Path folder;
    private final Map<String, CorpusFile> files = new LinkedHashMap<>();

    private Corpus(Path folder) {
        this.folder = folder;
        Map<String, Object> expected = expected();
        List<String> rows = lines(folder.resolve("MANIFEST.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            files.put(
                    cells[0],
                    new CorpusFile(
                            cells[0], folder.resolve(cells[0]), cells[13].equals("yes"), facts(expected, cells[0])));
        }
    }

    /** The corpus; the test fails where it is incomplete. */
    static Corpus open() {
        String root = System.getenv("AEGLE_TEST_DATA");
        Path folder = Path.of(root, "dicom");
        assertTrue(Files.isRegularFile(folder.resolve("MANIFEST.tsv")), "no MANIFEST.tsv in " + folder);
        return new Corpus(folder);
    }

    @SuppressWarnings("unchecked") // the file's own shape
    private static Map<String, Object> facts(Map<String, Object> expected, String path) {
        return (Map<String, Object>) expected.get(path);
    }

    @SuppressWarnings("unchecked") // the file's own shape
    private Map<String, Object> expected() {
        try (JsonParser parser =
                new JsonFactory().createParser(folder.resolve("expected.json").toFile())) {
            return (Map<String, Object>) JsonTree.read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<CorpusFile> all() {
        return List.copyOf(files.values());
    }

    List<CorpusFile> good() {
        return all().stream().filter(file -> !file.knownBad()).toList();
    }

    CorpusFile file(String path) {
        CorpusFile file = files.get(path);
        assertTrue(file != null, path + " is not in the manifest");
        return file;
    }

    /** A file of the corpus with what independent readers found in it. */
    record CorpusFile(String name, Path path, boolean knownBad, Map<String, Object> facts) {
        byte[] bytes() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A fact as text; empty where the readers found none. */
        String text(String fact) {
            Object value = facts.get(fact);
            return value == null ? "" : value.toString();
        }

        /** A number; the default where the readers found none. */
        long number(String fact, long defaultValue) {
            return facts.get(fact) instanceof Number number ? number.longValue() : defaultValue;
        }

        @SuppressWarnings("unchecked") // the file's own shape
        Map<String, Object> pixels() {
            return facts.get("pixels") instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}

package org.aegle.dicom.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a file lies in its file set: folders and the file's name. Never leads out of the file set. PS3.10 8.2.
 *
 * @param components names from the root on, at least one
 */
public record FileId(List<String> components) {
    private static final int MOST_COMPONENTS = 8;
    private static final Pattern COMPONENT = Pattern.compile("[A-Z0-9_]{1,8}");
    private static final Pattern VERSION = Pattern.compile(";\\d+$|\\.$");

    /** Copies the names; none may be empty, lead upwards or hold a separator or a control character. */
    public FileId {
        components = List.copyOf(components);
        if (components.isEmpty() || !components.stream().allMatch(FileId::isName)) {
            throw new IllegalArgumentException("no place in a file set");
        }
    }

    private static boolean isName(String name) {
        boolean upwards = name.equals(".") || name.equals("..");
        return !name.isBlank() && !upwards && name.chars().allMatch(c -> c >= ' ' && c != '/' && c != '\\' && c != ':');
    }

    /** A file by its names. */
    public static FileId of(String... components) {
        return new FileId(Arrays.asList(components));
    }

    /** The place that the values of Referenced File ID (0004,1500) tell; empty when they tell none within a file set. */
    public static Optional<FileId> parse(String... components) {
        boolean sound = components.length > 0 && Arrays.stream(components).allMatch(FileId::isName);
        return sound ? Optional.of(of(components)) : Optional.empty();
    }

    /** The place of an entry of an archive, parted by either slash; empty when it is none within a file set. */
    public static Optional<FileId> ofPath(String path) {
        return parse(path.split("[/\\\\]"));
    }

    /** At most eight names of at most eight capital letters, digits and underscores each. PS3.10 8.2, 8.5. */
    public boolean isConformant() {
        return components.size() <= MOST_COMPONENTS
                && components.stream().allMatch(name -> COMPONENT.matcher(name).matches());
    }

    /** The last name. */
    public String name() {
        return components.get(components.size() - 1);
    }

    /** A place as told by a file beside this one. */
    FileId resolveSibling(FileId other) {
        List<String> joined = new ArrayList<>(components.subList(0, components.size() - 1));
        joined.addAll(other.components);
        return new FileId(joined);
    }

    /** The same for all spellings that media and systems make of one name: case, version and final full stop. */
    String normalized() {
        return components.stream()
                .map(name -> VERSION.matcher(name).replaceAll("").toUpperCase(Locale.ROOT))
                .reduce((folders, name) -> folders + '/' + name)
                .orElseThrow();
    }

    /** The path with slashes. */
    @Override
    public String toString() {
        return String.join("/", components);
    }
}

package org.aegle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aegle.access.EchoOutcome;
import org.aegle.audit.AuditAction;
import org.aegle.audit.AuditOutcome;
import org.aegle.directory.EntityService;
import org.aegle.directory.Role;
import org.aegle.imaging.arrival.RefusalReason;
import org.aegle.imaging.digitising.BodyPart;
import org.aegle.imaging.digitising.CaptureKind;
import org.aegle.imaging.digitising.DocumentType;
import org.aegle.imaging.transfer.Door;
import org.aegle.imaging.transfer.Transfer;
import org.aegle.patient.AdministrativeGender;
import org.aegle.refusal.Conflict;
import org.aegle.storage.care.Ending;
import org.aegle.storage.care.FindingKind;
import org.junit.jupiter.api.Test;

/** The two bundles say the same things, all that pages and classes ask for, and nothing that nobody asks for. */
class MessagesTest {
    private static final Pattern IN_PAGE = Pattern.compile("'([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]+)*)'");
    private static final Pattern IN_CLASS = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]+)+)\"");
    private static final Pattern LOOKED_UP =
            Pattern.compile("m\\['([A-Za-z0-9.]+)'\\]|texts\\.get\\([\"']([A-Za-z0-9.]+)[\"']");
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)");

    private final Properties english = load("messages.properties");
    private final Properties german = load("messages_de.properties");

    @Test
    void bothLanguagesShouldSayTheSameThings() {
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(values(english.getProperty(key)), values(german.getProperty(key)), key);
        }
    }

    @Test
    void everyTextThatIsAskedForShouldExist() {
        String all = sources("src/main/webapp", ".xhtml") + sources("src/main/java", ".java");
        Matcher lookups = LOOKED_UP.matcher(all);
        while (lookups.find()) {
            String key = lookups.group(1) == null ? lookups.group(2) : lookups.group(1);
            assertTrue(key.endsWith(".") || english.containsKey(key), key);
        }
        families().forEach(key -> assertTrue(english.containsKey(key), key));
    }

    @Test
    void noTextShouldBeUnused() {
        Set<String> used = new TreeSet<>(families());
        collect(IN_PAGE, sources("src/main/webapp", ".xhtml"), used);
        collect(IN_CLASS, sources("src/main/java", ".java"), used);
        Set<String> unused = new TreeSet<>(english.stringPropertyNames());
        unused.removeAll(used);
        unused.removeIf(key -> key.startsWith("violation.")
                || key.startsWith("entity.")
                || key.startsWith("modality.")
                || key.startsWith("jakarta."));
        assertEquals(Set.of(), unused);
    }

    @Test
    void textsWithValuesShouldBeFormatsWithoutStrayApostrophes() {
        for (Properties bundle : new Properties[] {english, german}) {
            bundle.forEach((key, text) -> {
                if (VALUE.matcher(text.toString()).find()) {
                    assertFalse(text.toString().contains("'"), key.toString());
                    assertFalse(new MessageFormat(text.toString())
                            .format(new Object[] {1, 2, 3, 4})
                            .isEmpty());
                }
            });
        }
    }

    @Test
    void pagesShouldHaveNoWordsOfTheirOwn() {
        Pattern words = Pattern.compile(">\\s*([A-Za-z][A-Za-z ]{3,})\\s*<");
        Matcher found = words.matcher(sources("src/main/webapp", ".xhtml").replaceAll("(?s)<!--.*?-->", ""));
        Set<String> hard = new TreeSet<>();
        while (found.find()) {
            hard.add(found.group(1).strip());
        }
        // The product's name, and an attribute's as the standard spells it.
        hard.removeAll(Set.of("Aegle", "Study Instance UID"));
        assertEquals(Set.of(), hard);
    }

    /** Keys that are put together at run time from the names of a closed set. */
    private static Set<String> families() {
        return Stream.of(
                        names("gender.", AdministrativeGender.values()),
                        names("role.", Role.values()),
                        names("action.", AuditAction.values()),
                        names("outcome.", AuditOutcome.values()),
                        names("reason.", RefusalReason.values()),
                        names("scan.kind.", CaptureKind.values()),
                        names("scan.document.", DocumentType.values()),
                        names("bodyPart.", BodyPart.values()),
                        names("finding.", FindingKind.values()),
                        names("ending.", Ending.values()),
                        Stream.of("foundBy.READ", "foundBy.SCRUB", "foundBy.SWEEP", "foundBy.REWRAP"),
                        names("refusal.conflict.", Conflict.Reason.values()),
                        Stream.of("reconcile.reason.", "reconcile.explain.")
                                .flatMap(prefix -> Stream.of("PATIENT_DIFFERS", "SERIES_DIFFERS", "CONTENT_DIFFERS")
                                        .map(prefix::concat)),
                        names("service.", EntityService.values()),
                        names("echo.", EchoOutcome.Kind.values()),
                        names("ending.", Transfer.Ending.values()),
                        names("door.", Door.values()),
                        Stream.of("kind.AE", "kind.USER", "kind.CLIENT", "kind.SYSTEM", "kind.UNKNOWN"),
                        Stream.of("age.DAYS", "age.MONTHS", "age.YEARS", "age.ABOUT_YEARS"),
                        Stream.of("language.browser", "language.en", "language.de"),
                        Stream.of("theme.light", "theme.dark", "theme.system"),
                        Stream.of("family", "given", "prefix", "suffix", "birthDate", "gender", "number", "deceased")
                                .map("patient."::concat),
                        Stream.of("deathDate", "active", "phone", "email", "addressLine", "postalCode", "city")
                                .map("patient."::concat),
                        Stream.of("country", "language").map("patient."::concat))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> prefix + value.name());
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            into.add(found.group(1));
        }
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        collect(VALUE, text, values);
        return values;
    }

    private static String sources(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(f -> f.toString().endsWith(ending))
                    .map(MessagesTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/org/aegle/web/" + name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}

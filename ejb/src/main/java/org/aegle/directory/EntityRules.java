package org.aegle.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.Violation;

/** What a description of an application entity must fulfil; all that is wrong is told at once. */
final class EntityRules {
    /** PS3.5 6.2, AE: no backslash and no control character; blanks around it do not count. */
    private static final Pattern AE_TITLE = Pattern.compile("[!-~&&[^\\\\]]([ -~&&[^\\\\]]{0,14}[!-~&&[^\\\\]])?");

    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.:_-]{0,255}");
    private static final int HIGHEST_PORT = 65535;

    private EntityRules() {}

    /** Refuses with {@link Invalid}. */
    static void require(EntityDescription entity) {
        List<Violation> violations = new ArrayList<>();
        check(AE_TITLE.matcher(entity.aeTitle()).matches(), "aeTitle", "must have 1 to 16 characters", violations);
        check(HOST.matcher(entity.host()).matches(), "host", "must be a name or address", violations);
        check(entity.port() >= 0 && entity.port() <= HIGHEST_PORT, "port", "must be 1 to 65535", violations);
        check(
                entity.host().isEmpty() == (entity.port() == 0),
                entity.host().isEmpty() ? "host" : "port",
                "must be given together with the other",
                violations);
        check(
                entity.mostAssociations() >= 0 && entity.mostAssociations() <= 1000,
                "mostAssociations",
                "must be 1 to 1000, or empty",
                violations);
        check(
                entity.idleSeconds() == 0 || entity.idleSeconds() >= 5 && entity.idleSeconds() <= 86_400,
                "idleSeconds",
                "must be 5 to 86400, or empty",
                violations);
        add(() -> NetworkAddresses.parse(entity.addresses()), violations);
        add(() -> CertificateRule.parse(entity.certificate()), violations);
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    private static void check(boolean fulfilled, String path, String rule, List<Violation> violations) {
        if (!fulfilled) {
            violations.add(Violation.of(path, rule));
        }
    }

    private static void add(Runnable parsing, List<Violation> violations) {
        try {
            parsing.run();
        } catch (Invalid e) {
            violations.addAll(e.violations());
        }
    }
}

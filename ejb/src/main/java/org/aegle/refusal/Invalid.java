package org.aegle.refusal;

import java.util.List;
import java.util.stream.Collectors;

/** What was sent breaks a rule; all that is wrong with it is named at once. */
public final class Invalid extends Refusal {
    private final transient List<Violation> violations;

    public Invalid(List<Violation> violations) {
        super(violations.stream().map(v -> v.path() + ": " + v.rule()).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public Invalid(String path, String rule) {
        this(List.of(Violation.of(path, rule)));
    }

    public List<Violation> violations() {
        return violations;
    }
}

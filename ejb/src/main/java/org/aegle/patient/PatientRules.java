package org.aegle.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aegle.refusal.Invalid;
import org.aegle.refusal.Violation;

/** What must hold for a patient to be stored. All that does not is told at once. */
final class PatientRules {
    private static final int LONGEST = 100;

    private PatientRules() {}

    static void check(PatientDemographics demographics) {
        List<Violation> violations = new ArrayList<>();
        checkName(demographics.name(), violations);
        demographics
                .birthDate()
                .first()
                .filter(d -> d.isAfter(LocalDate.now().plusDays(1)))
                .ifPresent(d -> violations.add(Violation.of("birthDate", "must not lie in the future")));
        checkIdentifiers(demographics.identifiers(), violations);
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    private static void checkName(HumanName name, List<Violation> violations) {
        if (name.isEmpty()) {
            violations.add(Violation.of("name", "must have a family name or a given name"));
        }
        for (String part : List.of(name.family(), name.given(), name.prefix(), name.suffix())) {
            if (part.length() > LONGEST) {
                violations.add(Violation.of("name", "must not have a part longer than " + LONGEST + " characters"));
            }
            if (part.indexOf('^') >= 0 || part.indexOf('=') >= 0 || part.indexOf('\\') >= 0) {
                violations.add(new Violation("name", "must not contain ^, = or a backslash", "PS3.5 6.2"));
            }
        }
    }

    private static void checkIdentifiers(List<PatientIdentifier> identifiers, List<Violation> violations) {
        Set<String> seen = new HashSet<>();
        for (PatientIdentifier identifier : identifiers) {
            if (identifier.value().isBlank() || identifier.value().length() > LONGEST) {
                violations.add(Violation.of("identifier", "must have a value of 1 to " + LONGEST + " characters"));
            }
            if (!seen.add(identifier.authority() + "|" + identifier.value())) {
                violations.add(Violation.of("identifier", "must not be given twice: " + identifier.value()));
            }
        }
    }
}

package org.aegle.patient;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two descriptions can be of one person. Only what contradicts counts: a value that one of them does not have, or
 * has less precisely, contradicts nothing.
 */
public final class PatientFit {
    /** What can differ between two people. */
    public enum Feature {
        IDENTIFIER,
        NAME,
        BIRTH_DATE,
        SEX
    }

    private PatientFit() {}

    /** In what two descriptions contradict each other, identifiers aside. */
    public static Set<Feature> contradictions(PatientDemographics one, PatientDemographics other) {
        Set<Feature> found = EnumSet.noneOf(Feature.class);
        if (!NameFit.fits(one.name(), other.name())) {
            found.add(Feature.NAME);
        }
        if (!overlap(one.birthDate(), other.birthDate())) {
            found.add(Feature.BIRTH_DATE);
        }
        if (isStated(one.gender()) && isStated(other.gender()) && one.gender() != other.gender()) {
            found.add(Feature.SEX);
        }
        return found;
    }

    /** Whether two dates can mean the same day. */
    private static boolean overlap(PartialDate one, PartialDate other) {
        return Optional.of(one)
                .filter(date -> !date.isEmpty() && !other.isEmpty())
                .map(date -> !date.first().orElseThrow().isAfter(other.last().orElseThrow())
                        && !other.first().orElseThrow().isAfter(date.last().orElseThrow()))
                .orElse(true);
    }

    private static boolean isStated(AdministrativeGender gender) {
        return gender != AdministrativeGender.UNSTATED && gender != AdministrativeGender.UNKNOWN;
    }
}

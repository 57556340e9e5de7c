package org.aegle.web.reconciliation;

import java.util.List;
import java.util.Set;
import org.aegle.patient.PatientDemographics;
import org.aegle.patient.PatientFit;
import org.aegle.patient.PatientIdentifier;
import org.aegle.web.format.Formats;
import org.aegle.web.format.Texts;

/** Lays the patient that objects tell of beside the one that is known. */
final class ComparedPatients {
    private final Texts texts;
    private final Formats formats;

    ComparedPatients(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    List<ComparedRow> rows(PatientDemographics came, PatientDemographics known) {
        Set<PatientFit.Feature> contradictions = PatientFit.contradictions(known, came);
        return List.of(
                row(
                        "patient.name",
                        formats.name(came.name()),
                        formats.name(known.name()),
                        contradictions.contains(PatientFit.Feature.NAME)),
                row(
                        "patient.birthDate",
                        formats.birth(came),
                        formats.birth(known),
                        contradictions.contains(PatientFit.Feature.BIRTH_DATE)),
                row("patient.gender", gender(came), gender(known), contradictions.contains(PatientFit.Feature.SEX)),
                row("patient.number", numbers(came), numbers(known), !shareNumber(came, known)));
    }

    /** Of somebody beside whom nobody is known. */
    List<ComparedRow> rows(PatientDemographics came) {
        return List.of(
                row("patient.name", formats.name(came.name()), "", false),
                row("patient.birthDate", formats.birth(came), "", false),
                row("patient.gender", gender(came), "", false),
                row("patient.number", numbers(came), "", false));
    }

    private ComparedRow row(String key, String came, String known, boolean differs) {
        return new ComparedRow(texts.get(key), came, known, differs);
    }

    private String gender(PatientDemographics patient) {
        return texts.get("gender." + patient.gender());
    }

    private static String numbers(PatientDemographics patient) {
        return String.join(
                ", ",
                patient.identifiers().stream()
                        .map(identifier -> identifier.value() + " (" + identifier.authority() + ")")
                        .toList());
    }

    /** Without a number on one side there is nothing that differs. */
    private static boolean shareNumber(PatientDemographics came, PatientDemographics known) {
        return came.identifiers().isEmpty()
                || known.identifiers().isEmpty()
                || came.identifiers().stream()
                        .anyMatch(one -> known.identifiers().stream().anyMatch(other -> isSame(one, other)));
    }

    private static boolean isSame(PatientIdentifier one, PatientIdentifier other) {
        return one.authority().equals(other.authority()) && one.value().equals(other.value());
    }
}

package org.aegle.web.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aegle.patient.PartialDate;
import org.aegle.search.Match;
import org.aegle.search.Restriction;
import org.aegle.web.page.ListFilter;

/** Which studies are wanted; an empty part does not matter. */
public class StudyFilter extends ListFilter {
    private String modality = "";
    private String accession = "";
    private String description = "";

    /** The same in the keywords of {@link org.aegle.imaging.ImagingSearch#STUDIES}. */
    @Override
    public List<Restriction> restrictions() {
        List<Restriction> all = new ArrayList<>();
        days("StudyDate").ifPresent(all::add);
        if (!modality.isEmpty()) {
            all.add(Restriction.where("ModalitiesInStudy", Match.is(modality)));
        }
        if (!accession.isBlank()) {
            all.add(Restriction.where("AccessionNumber", new Match.StartsWith(accession.strip())));
        }
        for (String word : patientWords()) {
            all.add(understood(word));
        }
        for (String word : words(description)) {
            all.add(Restriction.where("StudyDescription", new Match.Contains(word)));
        }
        return all;
    }

    /** A word of a patient is the start of a name, a number or a birth date. */
    private static Restriction understood(String word) {
        List<Restriction> meanings = new ArrayList<>();
        meanings.add(Restriction.where("PatientWords", new Match.WordStarts(word)));
        meanings.add(Restriction.where("PatientID", new Match.StartsWith(word)));
        Optional<PartialDate> date =
                PartialDate.parse(word).filter(d -> d.text().length() == 10);
        date.ifPresent(d -> meanings.add(Restriction.where("PatientBirthDate", Match.is(d.text()))));
        return new Restriction.AnyOf(meanings);
    }

    public boolean isBlank() {
        return restrictions().isEmpty();
    }

    public String getModality() {
        return modality;
    }

    public void setModality(String modality) {
        this.modality = Objects.requireNonNullElse(modality, "");
    }

    public String getAccession() {
        return accession;
    }

    public void setAccession(String accession) {
        this.accession = Objects.requireNonNullElse(accession, "");
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = Objects.requireNonNullElse(description, "");
    }
}

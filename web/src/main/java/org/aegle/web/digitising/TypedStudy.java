package org.aegle.web.digitising;

import java.io.Serializable;
import java.time.LocalDate;
import org.aegle.imaging.digitising.CapturedStudy;
import org.aegle.patient.PartialDate;

/** A study that begins with what is submitted, while being typed. */
public class TypedStudy implements Serializable {
    private String description = "";
    private LocalDate date;
    private String time = "";
    private String accession = "";
    private String referrer = "";

    CapturedStudy.Begun study() {
        return new CapturedStudy.Begun(
                description.strip(),
                date == null ? PartialDate.NONE : PartialDate.of(date),
                // Browsers add seconds to a time that is set in steps of them.
                time.length() > 5 ? time.substring(0, 5) : time,
                accession.strip(),
                referrer.strip());
    }

    /** Pictures of today are of today, unless something else was said. */
    void dateIfUntold(LocalDate today) {
        if (date == null) {
            date = today;
        }
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description == null ? "" : description;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    /** {@code HH:MM}, or empty. */
    public String getTime() {
        return time;
    }

    public void setTime(String time) {
        this.time = time == null ? "" : time.strip();
    }

    public String getAccession() {
        return accession;
    }

    public void setAccession(String accession) {
        this.accession = accession == null ? "" : accession;
    }

    public String getReferrer() {
        return referrer;
    }

    public void setReferrer(String referrer) {
        this.referrer = referrer == null ? "" : referrer;
    }
}

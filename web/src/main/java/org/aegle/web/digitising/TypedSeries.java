package org.aegle.web.digitising;

import java.io.Serializable;
import org.aegle.imaging.digitising.BodyPart;
import org.aegle.imaging.digitising.CaptureKind;
import org.aegle.imaging.digitising.CapturedSeries;

/** What the files are, while being said. What a kind does not ask for is not taken from another kind. */
public class TypedSeries implements Serializable {
    private CaptureKind kind = CaptureKind.FILM;
    private String modality = "";
    private String description = "";
    private String bodyPart = "";
    private String laterality = "";
    private String documentType = "";
    private boolean identifying = true;

    CapturedSeries series() {
        return new CapturedSeries(
                kind,
                isAcquired() ? modality : "",
                description.strip(),
                isOfBody() ? bodyPart : "",
                isPaired() ? laterality : "",
                isDocument() ? documentType : "",
                identifying);
    }

    /** Names stand on films and papers; on a photograph they are the exception. */
    void kindChosen() {
        identifying = kind != CaptureKind.PHOTOGRAPH;
    }

    /** Something else than a camera or a pen made the picture first. */
    public boolean isAcquired() {
        return kind == CaptureKind.FILM || kind == CaptureKind.SCREEN;
    }

    public boolean isOfBody() {
        return kind != CaptureKind.DOCUMENT;
    }

    public boolean isDocument() {
        return kind == CaptureKind.DOCUMENT;
    }

    /** There are two of the body part. */
    public boolean isPaired() {
        return isOfBody() && !bodyPart.isEmpty() && BodyPart.valueOf(bodyPart).isPaired();
    }

    public CaptureKind getKind() {
        return kind;
    }

    public void setKind(CaptureKind kind) {
        this.kind = kind;
    }

    /** A code, or empty for that of the kind. */
    public String getModality() {
        return modality;
    }

    public void setModality(String modality) {
        this.modality = modality == null ? "" : modality;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description == null ? "" : description;
    }

    public String getBodyPart() {
        return bodyPart;
    }

    public void setBodyPart(String bodyPart) {
        this.bodyPart = bodyPart == null ? "" : bodyPart;
    }

    public String getLaterality() {
        return laterality;
    }

    public void setLaterality(String laterality) {
        this.laterality = laterality == null ? "" : laterality;
    }

    public String getDocumentType() {
        return documentType;
    }

    public void setDocumentType(String documentType) {
        this.documentType = documentType == null ? "" : documentType;
    }

    public boolean isIdentifying() {
        return identifying;
    }

    public void setIdentifying(boolean identifying) {
        this.identifying = identifying;
    }
}

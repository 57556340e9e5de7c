package org.aegle.imaging.digitising;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.aegle.dicom.data.Attributes;
import org.aegle.imaging.ImagingDocuments;

/** What somebody said of files that follow. Never changed: whoever says something else begins another one. */
@Entity
@Table(name = "submission")
class Submission {
    @Id
    private String id;

    @Column(name = "account_id")
    private long account;

    private String attributes;
    private boolean scanned;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Submission() {}

    Submission(String id, long account, Attributes shared, boolean scanned, Instant at) {
        this.id = id;
        this.account = account;
        this.attributes = ImagingDocuments.text(shared);
        this.scanned = scanned;
        this.createdAt = at;
    }

    String id() {
        return id;
    }

    boolean isOf(long accountId) {
        return account == accountId;
    }

    /** Attributes of patient, study, series and equipment, a new copy. */
    Attributes shared() {
        return ImagingDocuments.read(attributes);
    }

    boolean isScanned() {
        return scanned;
    }
}

package org.aegle.imaging.digitising;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Which file of a submission an upload is. */
@Entity
@Table(name = "submitted_file")
class SubmittedFile {
    @Id
    @Column(name = "upload_id")
    private String upload;

    @ManyToOne
    @JoinColumn(name = "submission_id")
    private Submission submission;

    private int position;

    @Column(name = "instance_number")
    private int instanceNumber;

    private String title;

    protected SubmittedFile() {}

    SubmittedFile(String upload, Submission submission, FilePlace place) {
        this.upload = upload;
        this.submission = submission;
        this.position = place.position();
        this.instanceNumber = place.instanceNumber();
        this.title = place.title();
    }

    DigitisedObjects objects() {
        return new DigitisedObjects(
                submission.id(),
                submission.shared(),
                submission.isScanned(),
                new FilePlace(position, instanceNumber, title));
    }
}

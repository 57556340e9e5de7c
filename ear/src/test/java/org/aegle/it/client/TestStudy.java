package org.aegle.it.client;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aegle.dicom.phantom.Phantom;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.PhantomStudy;
import org.aegle.dicom.phantom.SheppLoganHead;

/** A synthetic study of a person whom nobody else's test knows. */
public record TestStudy(PhantomPatient patient, PhantomStudy study, List<byte[]> objects) {
    /** A head CT of few and small sections. */
    public static TestStudy smallCt(int sections) {
        return of(new SheppLoganHead(32, sections));
    }

    public static TestStudy of(Phantom phantom) {
        String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        return of(
                phantom,
                new PhantomPatient("Probe" + mark + "^Petra", "T-" + mark, "", LocalDate.of(1971, 3, 9), "F"),
                new PhantomStudy(
                        Part10.newUid(),
                        LocalDateTime.of(2026, 10, 5, 13, 37, 21),
                        "T" + mark,
                        "Study " + mark,
                        "Brandt^Helena",
                        "Test Hospital"));
    }

    public static TestStudy of(Phantom phantom, PhantomPatient patient, PhantomStudy study) {
        return new TestStudy(patient, study, phantom.instances(patient, study).toList());
    }

    public String uid() {
        return study.studyInstanceUid();
    }

    /** Address of the study in DICOMweb. */
    public String path() {
        return "/studies/" + uid();
    }

    public List<String> sopInstanceUids() {
        return objects.stream().map(Part10::sopInstanceUid).toList();
    }

    /** Family name, which is unique. */
    public String family() {
        return patient.name().substring(0, patient.name().indexOf('^'));
    }
}

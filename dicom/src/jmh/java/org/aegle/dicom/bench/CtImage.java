package org.aegle.dicom.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.aegle.dicom.io.ByteRange;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.FrameIndex;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.PhantomStudy;
import org.aegle.dicom.phantom.SheppLoganHead;

/** A synthetic CT image of 512 by 512 pixels of twelve bits, with noise as scanners have it. */
record CtImage(byte[] file) {
    static CtImage make() {
        PhantomPatient patient = new PhantomPatient("Doe^Jane", "4711", "HOSPITAL", LocalDate.of(1970, 1, 1), "F");
        PhantomStudy study =
                new PhantomStudy("2.25.1", LocalDateTime.of(2026, 11, 24, 8, 0), "A1", "CT head", "Doe^Jo", "Hospital");
        return new CtImage(
                new SheppLoganHead(512, 1).instances(patient, study).findFirst().orElseThrow());
    }

    DicomObject read() throws IOException {
        return new DicomReader().read(new ByteArrayInputStream(file));
    }

    byte[] frame() throws IOException {
        ByteRange range = FrameIndex.of(read()).frame(1).get(0);
        return Arrays.copyOfRange(file, (int) range.offset(), (int) range.end());
    }
}

package org.aegle.dicom.phantom;

import java.util.stream.Stream;

/** A series of synthetic images. */
public interface Phantom {
    /**
     * The series as complete Part 10 files, made one by one as the stream is read. The same patient and study give the
     * same bytes and identifiers.
     */
    Stream<byte[]> instances(PhantomPatient patient, PhantomStudy study);
}

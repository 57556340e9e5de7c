package org.aegle.dicom.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.io.DicomObject;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.json.DicomJsonReader;
import org.aegle.dicom.json.DicomJsonWriter;
import org.aegle.dicom.json.NativeModelWriter;
import org.aegle.dicom.phantom.PhantomPatient;
import org.aegle.dicom.phantom.PhantomStudy;
import org.aegle.dicom.phantom.SheppLoganHead;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The header of a CT image of 512 by 512 pixels: read from memory up to the pixel data, and written as JSON and XML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class CtHeader {
    private final DicomReader reader = new DicomReader();
    private final DicomJsonWriter json = new DicomJsonWriter(path -> Optional.of("bulkdata/" + path), 1024);
    private final NativeModelWriter xml = new NativeModelWriter(path -> Optional.of("bulkdata/" + path), 1024);
    private final DicomJsonReader jsonReader = new DicomJsonReader();
    private byte[] file;
    private byte[] text;
    private Attributes parsed;

    /** Makes the image. */
    @Setup
    public void image() throws IOException {
        PhantomPatient patient = new PhantomPatient("Doe^Jane", "4711", "HOSPITAL", LocalDate.of(1970, 1, 1), "F");
        PhantomStudy study =
                new PhantomStudy("2.25.1", LocalDateTime.of(2026, 11, 24, 8, 0), "A1", "CT head", "Doe^Jo", "Hospital");
        file = new SheppLoganHead(512, 1).instances(patient, study).findFirst().orElseThrow();
        parsed = parse().dataset();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        json.write(parsed, out);
        text = out.toByteArray();
    }

    /** Objects read in a second. */
    @Benchmark
    public DicomObject parse() throws IOException {
        return reader.readHeader(new ByteArrayInputStream(file));
    }

    /** Data sets written in a second, values decoded as they are needed. */
    @Benchmark
    public void writeJson() throws IOException {
        json.write(parsed, OutputStream.nullOutputStream());
    }

    /** Data sets read from JSON in a second. */
    @Benchmark
    public Object readJson() throws IOException {
        return jsonReader.read(new ByteArrayInputStream(text));
    }

    /** Data sets written as XML in a second. */
    @Benchmark
    public void writeXml() throws IOException {
        xml.write(parsed, OutputStream.nullOutputStream());
    }

    /** Objects read and written as JSON in a second. */
    @Benchmark
    public void parseAndWriteJson() throws IOException {
        json.write(parse().dataset(), OutputStream.nullOutputStream());
    }
}

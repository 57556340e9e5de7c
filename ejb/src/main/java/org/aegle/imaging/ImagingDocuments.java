package org.aegle.imaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Fragments;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.json.DicomJsonReader;
import org.aegle.dicom.json.DicomJsonWriter;
import org.aegle.dicom.json.ElementPath;

/** The DICOM JSON documents that the index keeps of patient and study, of series and of instances (PS3.18 F). */
public final class ImagingDocuments {
    private static final int[] STUDY =
            documented(ImagingAttributes.joined(ImagingAttributes.PATIENT, ImagingAttributes.STUDY));
    private static final int[] SERIES = documented(ImagingAttributes.SERIES);

    private ImagingDocuments() {}

    private static int[] documented(List<ImagingAttribute> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.source() == ImagingAttribute.Source.DOCUMENT)
                .mapToInt(ImagingAttribute::tag)
                .toArray();
    }

    /** Attributes of patient and study. */
    public static String study(Attributes dataset) {
        return text(selected(dataset, STUDY));
    }

    /** Attributes of the series. */
    public static String series(Attributes dataset) {
        return text(selected(dataset, SERIES));
    }

    /**
     * All attributes, gzip; a value that is not in memory becomes the address of its bytes within the object, and pixel
     * data in fragments the address of all its frames.
     */
    public static byte[] instance(Attributes dataset, String study, String series, String instance) throws IOException {
        String base = "/dicom-web/studies/" + study + "/series/" + series + "/instances/" + instance + "/bulkdata/";
        DicomJsonWriter writer =
                new DicomJsonWriter(path -> address(dataset, path).map(base::concat), Integer.MAX_VALUE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            writer.write(dataset, packed);
        }
        return bytes.toByteArray();
    }

    /** A document of {@link #instance} that was read and changed; addresses of values stay as they are. */
    public static byte[] instance(Attributes changed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            new DicomJsonWriter().write(changed, packed);
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return bytes.toByteArray();
    }

    /** Back from {@link #instance}. */
    public static Attributes read(byte[] document) {
        try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(document))) {
            return new DicomJsonReader().read(json).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored document cannot be read", e);
        }
    }

    /**
     * Back from {@link #instance}, of an instance that got other UIDs.
     *
     * @param from series and instance as the addresses of its values have them
     * @param to the same with the new UIDs
     */
    public static Attributes readMoved(byte[] document, String from, String to) {
        try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(document))) {
            return read(new String(json.readAllBytes(), StandardCharsets.UTF_8).replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored document cannot be read", e);
        }
    }

    /** Back from {@link #study} or {@link #series}. */
    public static Attributes read(String document) {
        try {
            return new DicomJsonReader()
                    .read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored document cannot be read", e);
        }
    }

    private static Attributes selected(Attributes dataset, int[] tags) {
        Attributes selected = new Attributes();
        dataset.findVR(Tag.SpecificCharacterSet)
                .ifPresent(vr ->
                        selected.setValue(Tag.SpecificCharacterSet, vr, dataset.getValue(Tag.SpecificCharacterSet)));
        for (int tag : tags) {
            if (dataset.contains(tag)) {
                selected.setValue(tag, dataset.getVR(tag), dataset.getValue(tag));
            }
        }
        return selected;
    }

    /** A data set as DICOM JSON. */
    public static String text(Attributes dataset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new DicomJsonWriter().write(dataset, bytes);
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Optional<String> address(Attributes dataset, ElementPath path) {
        Attributes item = dataset;
        for (ElementPath.Item step : path.items()) {
            item = item.getSequence(step.tag()).get(step.number() - 1);
        }
        Object value = item.getValue(path.tag());
        if (value instanceof BulkData bulk) {
            return Optional.of(BulkDataAddress.of(bulk).toString());
        }
        return value instanceof Fragments && path.items().isEmpty() ? Optional.of(path.toString()) : Optional.empty();
    }
}

package org.aegle.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.UID;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.json.DicomJsonReader;
import org.aegle.dicom.json.DicomJsonWriter;
import org.aegle.dicom.json.NativeModelReader;
import org.aegle.dicom.json.NativeModelWriter;

/** Any data set that is written in any way reads back as it was, and is written again to the same bytes. */
class RoundTripPropertyTest {
    private static final String SEED = "20261124";

    /** An element of each VR whose values do not depend on others. */
    private static final Map<VR, Integer> ELEMENTS = Map.ofEntries(
            Map.entry(VR.AE, Tag.RetrieveAETitle),
            Map.entry(VR.AS, Tag.PatientAge),
            Map.entry(VR.AT, Tag.FrameIncrementPointer),
            Map.entry(VR.CS, Tag.ImageType),
            Map.entry(VR.DA, Tag.StudyDate),
            Map.entry(VR.DS, Tag.PixelSpacing),
            Map.entry(VR.DT, Tag.AcquisitionDateTime),
            Map.entry(VR.FD, Tag.RealWorldValueIntercept),
            Map.entry(VR.FL, Tag.RecommendedDisplayFrameRateInFloat),
            Map.entry(VR.IS, Tag.InstanceNumber),
            Map.entry(VR.LO, Tag.PatientID),
            Map.entry(VR.LT, Tag.PatientComments),
            Map.entry(VR.OB, Tag.EncapsulatedDocument),
            Map.entry(VR.OD, Tag.SelectorODValue),
            Map.entry(VR.OF, Tag.VectorGridData),
            Map.entry(VR.OL, Tag.SelectorOLValue),
            Map.entry(VR.OV, Tag.SelectorOVValue),
            Map.entry(VR.PN, Tag.PatientName),
            Map.entry(VR.SH, Tag.AccessionNumber),
            Map.entry(VR.SL, Tag.SelectorSLValue),
            Map.entry(VR.SS, Tag.SelectorSSValue),
            Map.entry(VR.ST, Tag.InstitutionAddress),
            Map.entry(VR.SV, Tag.SelectorSVValue),
            Map.entry(VR.TM, Tag.StudyTime),
            Map.entry(VR.UC, Tag.LongCodeValue),
            Map.entry(VR.UI, Tag.StudyInstanceUID),
            Map.entry(VR.UL, Tag.SelectorULValue),
            Map.entry(VR.UR, Tag.RetrieveURL),
            Map.entry(VR.US, Tag.Rows),
            Map.entry(VR.UT, Tag.TextValue),
            Map.entry(VR.UV, Tag.SelectorUVValue));

    private record Element(VR vr, Object value) {}

    @Provide
    Arbitrary<Attributes> dataSets() {
        return dataSets(3);
    }

    private Arbitrary<Attributes> dataSets(int depth) {
        Arbitrary<Attributes> flat = elements().list().ofMaxSize(12).map(RoundTripPropertyTest::dataSet);
        if (depth == 0) {
            return flat;
        }
        Arbitrary<List<Attributes>> items =
                Arbitraries.lazy(() -> dataSets(depth - 1)).list().ofMaxSize(2);
        return net.jqwik.api.Combinators.combine(flat, items, Arbitraries.of(true, false))
                .as((set, nested, present) -> present ? withItems(set, nested) : set);
    }

    private static Attributes withItems(Attributes set, List<Attributes> items) {
        set.newSequence(Tag.RequestAttributesSequence, items.size()).addAll(items);
        return set;
    }

    private static Attributes dataSet(List<Element> elements) {
        Attributes set = new Attributes();
        set.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        for (Element element : elements) {
            int tag = ELEMENTS.get(element.vr());
            if (element.value() instanceof String[] strings) {
                set.setString(tag, element.vr(), strings);
            } else {
                set.setBytes(tag, element.vr(), (byte[]) element.value());
            }
        }
        return set;
    }

    private static Arbitrary<Element> elements() {
        return Arbitraries.of(ELEMENTS.keySet())
                .flatMap(vr -> (vr.isString() ? strings(vr) : bytes(vr)).map(value -> new Element(vr, value)));
    }

    private static Arbitrary<Object> bytes(VR vr) {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(seed -> repeat(seed, vr));
    }

    /** A whole number of values, not a NaN, whose bits JSON does not tell. */
    private static Object repeat(byte[] seed, VR vr) {
        int unit = vr == VR.OB ? 2 : Math.max(2, vr.valueLength());
        byte[] bytes = new byte[seed.length * unit];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = i % unit == unit - 1 ? (byte) (seed[i / unit] & 0x3F) : seed[i / unit];
        }
        return bytes;
    }

    private static Arbitrary<Object> strings(VR vr) {
        return switch (vr) {
            case DS -> numbers(Arbitraries.integers().between(-9999, 9999).map(n -> n / 8.0 + ""));
            case IS -> numbers(Arbitraries.integers().map(Object::toString));
            case DA -> one("20261124", "18991231");
            case TM -> one("0815", "235959.999999");
            case DT -> one("2026", "20261124081530.5+0100");
            case AS -> one("042Y", "003D");
            case UI -> one("1.2.840.10008.1.1", "2.25.1");
            case PN -> one("Doe^Jane^^Dr.", "山田^太郎", "Yamada^Tarou=山田^太郎=やまだ^たろう", "Ünal^Ömer");
            default -> texts(vr);
        };
    }

    private static Arbitrary<Object> one(String... values) {
        return Arbitraries.of(values).map(value -> new String[] {value});
    }

    private static Arbitrary<Object> numbers(Arbitrary<String> numbers) {
        return numbers.list().ofMinSize(1).ofMaxSize(3).map(list -> list.toArray(String[]::new));
    }

    /** Letters of several scripts with blanks within: those at the ends are padding. */
    private static Arbitrary<Object> texts(VR vr) {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars(vr.isCharacterSetDependent() ? "abcXYZ 019äß山Ж&<>\"'" : "ABC 019_")
                .ofMaxLength(10)
                .map(text -> "x" + text + "x");
        return vr.isMultiValuedString()
                ? words.list().ofMinSize(1).ofMaxSize(3).map(list -> list.toArray(String[]::new))
                : words.map(text -> new String[] {text});
    }

    @Property(tries = 300, seed = SEED)
    void partTenShouldReadBack(
            @ForAll("dataSets") Attributes set, @ForAll("syntaxes") String syntax, @ForAll SequenceLength length)
            throws IOException {
        byte[] file = write(set, syntax, length);
        Attributes back = new DicomReader().read(new ByteArrayInputStream(file)).dataset();
        assertEquals(set, back);
        assertArrayEquals(file, write(back, syntax, length));
    }

    @Provide
    Arbitrary<String> syntaxes() {
        return Arbitraries.of(
                UID.ImplicitVRLittleEndian,
                UID.ExplicitVRLittleEndian,
                UID.ExplicitVRBigEndian,
                UID.DeflatedExplicitVRLittleEndian);
    }

    private static byte[] write(Attributes set, String syntax, SequenceLength length) throws IOException {
        Attributes object = new Attributes();
        object.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
        object.setString(Tag.SOPInstanceUID, VR.UI, "2.25.1");
        FileMetaInformation meta =
                FileMetaInformation.of(object, TransferSyntax.find(syntax).orElseThrow());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(length, value -> {
                    throw new IOException("nothing lies elsewhere");
                })
                .write(meta, set, out);
        return out.toByteArray();
    }

    @Property(tries = 300, seed = SEED)
    void jsonShouldReadBack(@ForAll("dataSets") Attributes set) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomJsonWriter().write(set, out);
        assertEquals(List.of(set), new DicomJsonReader().read(new ByteArrayInputStream(out.toByteArray())));
    }

    @Property(tries = 300, seed = SEED)
    void xmlShouldReadBack(@ForAll("dataSets") Attributes set) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NativeModelWriter().write(set, out);
        assertEquals(set, new NativeModelReader().read(new ByteArrayInputStream(out.toByteArray())));
    }
}

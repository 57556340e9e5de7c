package org.aegle.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.BulkData;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomParseException.Reason;
import org.aegle.dicom.io.PixelDataLayout.EncapsulatedPixelData;
import org.aegle.dicom.io.PixelDataLayout.NativePixelData;
import org.junit.jupiter.api.Test;

class DicomReaderTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final long UNDEFINED = 0xFFFF_FFFFL;

    private static Part10 explicit() throws IOException {
        return Part10.of(EXPLICIT).element(Tag.PatientID, VR.LO, 4).text("ID1 ");
    }

    @Test
    void pixelDataShouldBeNotedAndNotKept() throws IOException {
        byte[] head = explicit().element(Tag.PixelData, VR.OW, 8).bytes();
        DicomObject object =
                explicit().element(Tag.PixelData, VR.OW, 8).raw(new byte[8]).read();
        assertEquals(
                new NativePixelData(Tag.PixelData, head.length, 8),
                object.findPixelDataLayout().orElseThrow());
        assertTrue(object.dataset().getValue(Tag.PixelData) instanceof BulkData);
        assertEquals("ID1", object.dataset().getString(Tag.PatientID));
        assertTrue(object.findings().isEmpty());
    }

    @Test
    void fragmentsShouldBeNotedWithTheirStarts() throws IOException {
        TransferSyntax jpeg = TransferSyntax.find("1.2.840.10008.1.2.4.50").orElseThrow();
        DicomObject object = Part10.of(jpeg)
                .element(Tag.PixelData, VR.OB, UNDEFINED)
                .item(Tag.Item, 4)
                .number(0)
                .item(Tag.Item, 4)
                .raw(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0})
                .item(Tag.Item, 2)
                .raw(new byte[2])
                .item(Tag.SequenceDelimitationItem, 0)
                .read();
        EncapsulatedPixelData pixels =
                (EncapsulatedPixelData) object.findPixelDataLayout().orElseThrow();
        assertArrayEquals(new long[] {0}, pixels.basicOffsetTable());
        assertEquals(2, pixels.fragments().size());
        assertTrue(pixels.fragments().get(0).startsCodestream());
        assertFalse(pixels.fragments().get(1).startsCodestream());
        assertEquals(4, pixels.fragments().get(0).length());
    }

    @Test
    void longValuesShouldBecomeReferences() throws IOException {
        byte[] document = new byte[100_000];
        DicomObject object = explicit()
                .element(Tag.EncapsulatedDocument, VR.OB, document.length)
                .raw(document)
                .read();
        BulkData bulk = (BulkData) object.dataset().getValue(Tag.EncapsulatedDocument);
        assertEquals(document.length, bulk.length());
        assertEquals(object.dataset().getBytes(Tag.EncapsulatedDocument).length, 0);
    }

    @Test
    void headerShouldStopAtPixelData() throws IOException {
        byte[] cut = explicit().element(Tag.PixelData, VR.OW, 1 << 20).bytes();
        DicomObject object = new DicomReader().readHeader(new ByteArrayInputStream(cut));
        assertEquals("ID1", object.dataset().getString(Tag.PatientID));
        assertTrue(object.findPixelDataLayout().isEmpty());
        assertFalse(object.dataset().contains(Tag.PixelData));
    }

    @Test
    void everyByteOfTheStreamShouldBeRead() throws IOException {
        byte[] file = explicit()
                .element(Tag.PixelData, VR.OW, 200_000)
                .raw(new byte[200_000])
                .bytes();
        ByteArrayInputStream in = new ByteArrayInputStream(file) {
            @Override
            public synchronized long skip(long n) {
                throw new AssertionError("bytes must be read, not skipped");
            }
        };
        new DicomReader().read(in);
        assertEquals(0, in.available());
    }

    @Test
    void unknownSequencesShouldBeReadAsImplicit() throws IOException {
        DicomObject object = explicit()
                .element(0x00111001, VR.UN, UNDEFINED)
                .item(Tag.Item, UNDEFINED)
                .item(Tag.PatientID, 2)
                .text("XY")
                .item(Tag.ItemDelimitationItem, 0)
                .item(Tag.SequenceDelimitationItem, 0)
                .read();
        Attributes item = object.dataset().findItem(0x00111001).orElseThrow();
        assertEquals("XY", item.getString(Tag.PatientID));
    }

    @Test
    void unknownValuesOfKnownElementsShouldGetTheirVr() throws IOException {
        DicomObject object = Part10.of(EXPLICIT)
                .element(Tag.PatientID, VR.UN, 4)
                .text("ID1 ")
                .element(Tag.Rows, VR.UN, 2)
                .word(512)
                .read();
        assertEquals(VR.LO, object.dataset().getVR(Tag.PatientID));
        assertEquals(512, object.dataset().getInt(Tag.Rows, 0));
    }

    @Test
    void signedNessOfImplicitValuesShouldFollowPixelRepresentation() throws IOException {
        DicomObject object = Part10.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                .item(Tag.PixelRepresentation, 2)
                .word(1)
                .item(Tag.SmallestImagePixelValue, 2)
                .word(-5)
                .read();
        assertEquals(-5, object.dataset().getInt(Tag.SmallestImagePixelValue, 0));
    }

    @Test
    void irregularitiesShouldBeFindings() throws IOException {
        DicomObject object = explicit()
                .element(Tag.PatientName, VR.PN, 3)
                .text("A^B")
                .raw(new byte[12])
                .read();
        assertEquals("A^B", object.dataset().getString(Tag.PatientName));
        assertEquals(3, object.findings().size());
        assertEquals("PS3.5 7.1.1", object.findings().get(0).clause());
    }

    @Test
    void aBareDataSetShouldBeGuessed() throws IOException {
        byte[] whole = explicit().bytes();
        byte[] bare = Arrays.copyOfRange(whole, whole.length - 12, whole.length);
        DicomObject object = new DicomReader().read(new ByteArrayInputStream(bare));
        assertEquals(EXPLICIT, object.transferSyntax());
        assertTrue(object.findFileMetaInformation().isEmpty());
        assertEquals("ID1", object.dataset().getString(Tag.PatientID));
    }

    private static void assertRefused(Reason reason, Part10 file) {
        DicomParseException e = assertThrows(DicomParseException.class, file::read);
        assertEquals(reason, e.reason(), e.getMessage());
    }

    @Test
    void otherBytesShouldBeNoDicom() {
        assertRefused(Reason.NOT_DICOM, new Part10());
        assertRefused(Reason.NOT_DICOM, new Part10().raw(new byte[1000]));
        assertRefused(Reason.NOT_DICOM, new Part10().text("<html><body>This is a web page</body></html>"));
    }

    @Test
    void everyCutShouldBeTruncatedOrEndAtAnElement() throws IOException {
        Part10 file = explicit()
                .element(Tag.RequestAttributesSequence, VR.SQ, UNDEFINED)
                .item(Tag.Item, UNDEFINED)
                .element(Tag.RequestedProcedureID, VR.SH, 2)
                .text("P1")
                .item(Tag.ItemDelimitationItem, 0)
                .item(Tag.SequenceDelimitationItem, 0)
                .element(Tag.PixelData, VR.OW, 4)
                .raw(new byte[] {1, 2, 3, 4});
        byte[] whole = file.bytes();
        int dataset = (int) file.read().datasetOffset();
        int readable = 0;
        for (int length = dataset + 1; length < whole.length; length++) {
            Part10 cut = new Part10().raw(Arrays.copyOf(whole, length));
            try {
                cut.read();
                readable++;
            } catch (DicomParseException e) {
                assertEquals(Reason.TRUNCATED, e.reason(), e.getMessage());
            }
        }
        assertEquals(2, readable);
    }

    @Test
    void aLyingLengthShouldCostNoMemory() throws IOException {
        assertRefused(
                Reason.TRUNCATED,
                explicit().element(Tag.PixelData, VR.OW, 1L << 30).text("abcd"));
        assertRefused(
                Reason.TRUNCATED,
                explicit().element(Tag.TextValue, VR.UN, 1L << 30).text("abcd"));
        DicomReader generous = new DicomReader(
                ReadLimits.DEFAULT.withBulkThreshold(Integer.MAX_VALUE).withKeptBytes(Long.MAX_VALUE));
        byte[] lie = explicit()
                .element(Tag.EncapsulatedDocument, VR.OB, Integer.MAX_VALUE - 1)
                .text("abcd")
                .bytes();
        DicomParseException e =
                assertThrows(DicomParseException.class, () -> generous.read(new ByteArrayInputStream(lie)));
        assertEquals(Reason.TRUNCATED, e.reason());
    }

    @Test
    void nestingBombShouldBeRefused() throws IOException {
        Part10 bomb = explicit();
        for (int level = 0; level < 2000; level++) {
            bomb.element(Tag.ContentSequence, VR.SQ, UNDEFINED).item(Tag.Item, UNDEFINED);
        }
        DicomParseException e = assertThrows(DicomParseException.class, bomb::read);
        assertEquals(Reason.OVER_LIMIT, e.reason());
        assertTrue(e.getMessage().endsWith("depth 64"));
        assertTrue(e.path().startsWith("(0040,A730)[0].(0040,A730)[0]"));
    }

    @Test
    void tooManyElementsAndItemsShouldBeRefused() throws IOException {
        Part10 items = explicit().element(Tag.ContentSequence, VR.SQ, UNDEFINED);
        for (int i = 0; i < 100_001; i++) {
            items.item(Tag.Item, 0);
        }
        assertRefused(Reason.OVER_LIMIT, items);
    }

    @Test
    void keptBytesShouldBeLimited() throws IOException {
        Part10 file = explicit();
        for (int i = 0; i < 3; i++) {
            file.element(0x00111010 + i, VR.OB, 60_000).raw(new byte[60_000]);
        }
        DicomReader strict = new DicomReader(ReadLimits.DEFAULT.withKeptBytes(100_000));
        DicomParseException e =
                assertThrows(DicomParseException.class, () -> strict.read(new ByteArrayInputStream(file.bytes())));
        assertEquals(Reason.OVER_LIMIT, e.reason());
    }

    @Test
    void aValueOverTheEndOfItsItemShouldBeRefused() throws IOException {
        assertRefused(
                Reason.MALFORMED,
                explicit()
                        .element(Tag.ContentSequence, VR.SQ, 20)
                        .item(Tag.Item, 12)
                        .element(Tag.PatientID, VR.LO, 60)
                        .raw(new byte[80]));
    }

    @Test
    void deflateBombShouldBeRefused() throws IOException {
        Attributes zeros = new Attributes();
        zeros.setBytes(Tag.PixelData, VR.OW, new byte[64 << 20]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransferSyntax deflated = TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
        new DicomWriter().write(FileMetaInformation.of(zeros, deflated), zeros, out);
        DicomParseException e = assertThrows(
                DicomParseException.class, () -> new DicomReader().read(new ByteArrayInputStream(out.toByteArray())));
        assertEquals(Reason.OVER_LIMIT, e.reason());
        assertTrue(e.getMessage().contains("inflateRatio"));
    }

    @Test
    void unknownTransferSyntaxShouldBeRefused() throws IOException {
        TransferSyntax unknown = new TransferSyntax("1.2.3.4", "unknown", true, false, false, false);
        assertRefused(Reason.UNSUPPORTED_TRANSFER_SYNTAX, Part10.of(unknown).element(Tag.PatientID, VR.LO, 0));
    }

    @Test
    void failuresOfTheStreamShouldPassThrough() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        };
        IOException e = assertThrows(IOException.class, () -> new DicomReader().read(failing));
        assertEquals("connection lost", e.getMessage());
    }

    @Test
    void fourGigabytesShouldPassWithoutMemory() throws IOException {
        long length = 0xFFFF_FFFEL;
        byte[] head = explicit().element(Tag.PixelData, VR.OW, length).bytes();
        DicomObject object = new DicomReader().read(new LongStream(head, length));
        NativePixelData pixels = (NativePixelData) object.findPixelDataLayout().orElseThrow();
        assertEquals(length, pixels.length());
    }

    /** A head and then zeros. */
    private static final class LongStream extends InputStream {
        private final ByteArrayInputStream head;
        private long left;

        LongStream(byte[] head, long left) {
            this.head = new ByteArrayInputStream(head);
            this.left = left;
        }

        @Override
        public int read() {
            throw new AssertionError("bytes must be read in blocks");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = head.read(target, offset, length);
            if (count > 0) {
                return count;
            }
            count = (int) Math.min(left, length);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    @Test
    void strictReaderShouldRefuseWhatIsIrregular() throws IOException {
        byte[] odd =
                explicit().element(Tag.OtherPatientNames, VR.PN, 3).text("A^B").bytes();
        assertEquals(
                1,
                new DicomReader().read(new ByteArrayInputStream(odd)).findings().size());

        DicomParseException refused = assertThrows(
                DicomParseException.class, () -> new DicomReader().strict().read(new ByteArrayInputStream(odd)));
        assertEquals(Reason.MALFORMED, refused.reason());
        assertTrue(refused.getMessage().contains("PS3.5 7.1.1"));

        byte[] sound = explicit().bytes();
        assertEquals(
                "ID1",
                new DicomReader()
                        .strict()
                        .read(new ByteArrayInputStream(sound))
                        .dataset()
                        .getString(Tag.PatientID));
    }

    @Test
    void readingShouldEndAtATag() throws IOException {
        byte[] file = explicit().element(Tag.StudyID, VR.SH, 2).text("S1").bytes();
        Attributes set = new DicomReader()
                .readUpTo(new ByteArrayInputStream(file), Tag.StudyInstanceUID)
                .dataset();
        assertTrue(set.contains(Tag.PatientID));
        assertFalse(set.contains(Tag.StudyID));
    }

    @Test
    void visitorShouldKeepDropAndStop() throws IOException {
        byte[] file = explicit()
                .element(Tag.PatientSex, VR.CS, 2)
                .text("F ")
                .element(Tag.StudyID, VR.SH, 2)
                .text("S1")
                .element(Tag.SeriesNumber, VR.IS, 2)
                .text("1 ")
                .bytes();
        Attributes set = new DicomReader()
                .read(new ByteArrayInputStream(file), (dataset, tag) -> switch (tag) {
                    case Tag.PatientSex -> ElementVisitor.Next.DROP;
                    case Tag.StudyID -> ElementVisitor.Next.STOP;
                    default -> ElementVisitor.Next.KEEP;
                })
                .dataset();
        assertArrayEquals(new int[] {Tag.PatientID, Tag.StudyID}, set.tags());
    }
}

package org.aegle.dicom.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound files with bytes changed, cut out or doubled are read or refused, and nothing else happens. */
class MutationTest {
    private static final int ROUNDS = 4000;

    private static byte[] sound(TransferSyntax syntax, SequenceLength length) throws IOException {
        Attributes image = Part10.image(8, 8, 16, 2);
        Attributes item = image.newSequence(Tag.RequestAttributesSequence, 1).newItem();
        item.setString(Tag.RequestedProcedureID, VR.SH, "P1");
        item.newSequence(Tag.RequestedProcedureCodeSequence, 1).newItem().setString(Tag.CodeValue, VR.SH, "C");
        image.setString(Tag.PatientName, VR.PN, "A^B");
        image.setBytes(Tag.PixelData, VR.OW, new byte[256]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter(length, value -> {
                    throw new IOException("nothing lies elsewhere");
                })
                .write(FileMetaInformation.of(image, syntax), image, out);
        return out.toByteArray();
    }

    private static byte[] mutate(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) 0xFF;
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 16);
                    System.arraycopy(bytes, at, longer, Math.min(at + 16, bytes.length), bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.2",
                "1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.2",
                "1.2.840.10008.1.2.1.99",
                "1.2.840.10008.1.2.5"
            })
    void mutantsShouldBeReadOrRefused(String uid) throws IOException {
        TransferSyntax syntax = TransferSyntax.find(uid).orElseThrow();
        byte[][] sound = {sound(syntax, SequenceLength.EXPLICIT), sound(syntax, SequenceLength.UNDEFINED)};
        Random random = new Random(uid.hashCode());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                readOrRefuse(mutate(sound[round % 2], random));
            }
        });
    }

    private static void readOrRefuse(byte[] mutant) throws IOException {
        try {
            DicomObject object = new DicomReader().read(new ByteArrayInputStream(mutant));
            object.dataset().toString(1000);
            FrameIndex.of(object).toBytes();
        } catch (DicomParseException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }
}

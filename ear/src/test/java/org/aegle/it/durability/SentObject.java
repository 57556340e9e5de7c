package org.aegle.it.durability;

import java.util.Arrays;
import java.util.Random;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.TransferSyntax;
import org.aegle.dicom.network.service.DatasetSource;
import org.aegle.dicom.network.service.OutgoingInstance;
import org.aegle.it.client.Part10;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An object that a sender offers, and what must come back of it.
 *
 * @param file as a Part 10 file, explicit VR little endian
 */
record SentObject(String study, String uid, String sopClassUid, byte[] file) {
    private static final int MOST_EDGE = 400;

    /** A picture of noise, up to 160 kB. */
    static SentObject noise(String study, String series, int number, Random random) {
        Attributes image = Part10.smallImage(study, series, number);
        int edge = 2 * (1 + random.nextInt(MOST_EDGE / 2));
        byte[] pixels = new byte[edge * edge];
        random.nextBytes(pixels);
        image.setInt(Tag.Rows, VR.US, edge);
        image.setInt(Tag.Columns, VR.US, edge);
        image.setBytes(Tag.PixelData, VR.OB, pixels);
        return of(image);
    }

    static SentObject of(Attributes image) {
        return new SentObject(
                image.getString(Tag.StudyInstanceUID),
                image.getString(Tag.SOPInstanceUID),
                image.getString(Tag.SOPClassUID),
                Part10.file(image));
    }

    /** Hexadecimal SHA-256 of the data set in a file, whatever the file's header. */
    static String datasetHash(byte[] file) {
        return DigestUtils.sha256Hex(dataset(file));
    }

    OutgoingInstance outgoing() {
        byte[] dataset = dataset(file);
        return new OutgoingInstance(
                sopClassUid, uid, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, DatasetSource.of(dataset));
    }

    private static byte[] dataset(byte[] file) {
        return Arrays.copyOfRange(file, (int) Part10.read(file).datasetOffset(), file.length);
    }
}

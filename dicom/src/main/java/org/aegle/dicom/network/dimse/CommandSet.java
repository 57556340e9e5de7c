package org.aegle.dicom.network.dimse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.io.DicomParseException;
import org.aegle.dicom.io.DicomReader;
import org.aegle.dicom.io.ReadLimits;
import org.aegle.dicom.io.TransferSyntax;

/** The elements of group 0000 that a message begins with, in Implicit VR Little Endian. PS3.7 6.3, Annex E. */
public final class CommandSet {
    /** Command Data Set Type of a message without data set. */
    private static final int NO_DATASET = 0x0101;

    private static final int DATASET = 0x0001;
    private static final int LONGEST = 256 << 10;
    private static final int GROUP_LENGTH_ELEMENT = 12;
    private static final DicomReader READER = new DicomReader(new ReadLimits(1, 1000, LONGEST, LONGEST, 1, 1, 1));

    private final Attributes attributes;

    private CommandSet(Attributes attributes) {
        this.attributes = attributes;
    }

    /** The command set of a request. */
    static CommandSet request(CommandField field, int messageId, boolean dataset) {
        return of(field, dataset).number(Tag.MessageID, messageId);
    }

    /** The command set of a response. */
    static CommandSet response(CommandField field, int messageId, DimseOutcome outcome, boolean dataset) {
        CommandSet command = of(field, dataset).number(Tag.MessageIDBeingRespondedTo, messageId);
        outcome.writeTo(command.attributes);
        return command;
    }

    static CommandSet of(CommandField field, boolean dataset) {
        return new CommandSet(new Attributes())
                .number(Tag.CommandField, field.code())
                .number(Tag.CommandDataSetType, dataset ? DATASET : NO_DATASET);
    }

    CommandSet number(int tag, int value) {
        attributes.setInt(tag, VR.US, value);
        return this;
    }

    CommandSet uid(int tag, String uid) {
        return text(tag, VR.UI, uid);
    }

    /** An element that is left out when empty. */
    CommandSet text(int tag, VR vr, String text) {
        if (!text.isEmpty()) {
            attributes.setString(tag, vr, text);
        }
        return this;
    }

    CommandSet tags(int tag, List<Integer> tags) {
        if (!tags.isEmpty()) {
            attributes.setLong(
                    tag,
                    VR.AT,
                    tags.stream().mapToLong(value -> value & 0xFFFF_FFFFL).toArray());
        }
        return this;
    }

    /** Which message it is. */
    public CommandField field() throws CommandSetException {
        return CommandField.find(attributes.getInt(Tag.CommandField, -1))
                .orElseThrow(() -> new CommandSetException("the Command Field is missing or unknown"));
    }

    /** A data set follows. */
    public boolean hasDataset() {
        return attributes.getInt(Tag.CommandDataSetType, NO_DATASET) != NO_DATASET;
    }

    int messageId() throws CommandSetException {
        return required(Tag.MessageID);
    }

    int messageIdBeingRespondedTo() throws CommandSetException {
        return required(Tag.MessageIDBeingRespondedTo);
    }

    DimseOutcome outcome() throws CommandSetException {
        required(Tag.Status);
        return DimseOutcome.of(attributes);
    }

    private int required(int tag) throws CommandSetException {
        int value = attributes.getInt(tag, -1);
        if (value < 0) {
            throw new CommandSetException(String.format("(%04X,%04X) is missing", tag >>> 16, tag & 0xFFFF));
        }
        return value;
    }

    int number(int tag) {
        return attributes.getInt(tag, 0);
    }

    String text(int tag) {
        return attributes.getString(tag);
    }

    List<Integer> tags(int tag) {
        return Arrays.stream(attributes.getLongs(tag))
                .mapToObj(value -> (int) value)
                .toList();
    }

    Attributes attributes() {
        return attributes;
    }

    /** The bytes, the group length first. */
    public byte[] encode() {
        ByteArrayOutputStream elements = new ByteArrayOutputStream(256);
        for (int tag : attributes.tags()) {
            write(tag, attributes.getVR(tag), attributes.getBytes(tag), elements);
        }
        ByteArrayOutputStream command = new ByteArrayOutputStream(elements.size() + GROUP_LENGTH_ELEMENT);
        write(Tag.CommandGroupLength, VR.UL, littleEndian(elements.size(), 4), command);
        command.writeBytes(elements.toByteArray());
        return command.toByteArray();
    }

    private static void write(int tag, VR vr, byte[] value, ByteArrayOutputStream out) {
        out.writeBytes(littleEndian(tag >>> 16, 2));
        out.writeBytes(littleEndian(tag, 2));
        out.writeBytes(littleEndian(value.length + (value.length & 1), 4));
        out.writeBytes(value);
        if (value.length % 2 != 0) {
            out.write(vr.paddingByte());
        }
    }

    private static byte[] littleEndian(int number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (number >>> 8 * i);
        }
        return bytes;
    }

    /**
     * Reads a command set to the end of a stream.
     *
     * @throws CommandSetException when it is none or over 256 KiB
     * @throws IOException when the stream fails
     */
    public static CommandSet decode(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new CommandSetException("more than " + LONGEST + " bytes");
        }
        try {
            return new CommandSet(
                    READER.readDataset(new ByteArrayInputStream(bytes), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                            .dataset());
        } catch (DicomParseException e) {
            throw new CommandSetException(e.getMessage());
        }
    }

    @Override
    public String toString() {
        return attributes.toString();
    }
}

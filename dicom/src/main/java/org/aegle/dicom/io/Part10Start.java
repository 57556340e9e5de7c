package org.aegle.dicom.io;

import java.io.IOException;
import java.util.Optional;
import org.aegle.dicom.data.Attributes;
import org.aegle.dicom.data.Tag;
import org.aegle.dicom.data.VR;
import org.aegle.dicom.dictionary.ElementDictionary;

/** Reads what stands before the data set: preamble and file meta information, or neither. PS3.10 7.1. */
final class Part10Start {
    private static final int PREAMBLE = 128;
    private static final int PREFIX = 4;
    private static final int GROUP_LENGTH_ELEMENT = 12;

    private final ReadState state;
    private final ByteSource source;

    Part10Start(ReadState state) {
        this.state = state;
        this.source = state.source();
    }

    /** The file meta information; empty when the stream begins with a data set. */
    Optional<FileMetaInformation> read() throws IOException {
        if (source.has(PREAMBLE + PREFIX) && isPrefix(PREAMBLE)) {
            source.advance(PREAMBLE + PREFIX);
            if (!source.has(1)) {
                throw state.truncated(0, "the stream ends behind the preamble");
            }
        } else if (source.has(PREFIX) && isPrefix(0)) {
            state.find(0, 0, "PS3.10 7.1", "the preamble is missing");
            source.advance(PREFIX);
        } else {
            state.find(0, 0, "PS3.10 7.1", "preamble and prefix are missing");
        }
        return startsMetaInformation() ? Optional.of(readMetaInformation()) : withoutMetaInformation();
    }

    private boolean isPrefix(int ahead) {
        return source.peek(ahead) == 'D'
                && source.peek(ahead + 1) == 'I'
                && source.peek(ahead + 2) == 'C'
                && source.peek(ahead + 3) == 'M';
    }

    private boolean startsMetaInformation() throws IOException {
        return source.has(8) && source.peekShort(0, false) == 0x0002 && VR.isCode(source.peek(4), source.peek(5));
    }

    private Optional<FileMetaInformation> withoutMetaInformation() throws DicomParseException {
        state.find(source.position(), 0, "PS3.10 7.1", "the file meta information is missing");
        return Optional.empty();
    }

    private FileMetaInformation readMetaInformation() throws IOException {
        Attributes attributes = new Attributes();
        ElementHeaders headers = new ElementHeaders(state);
        long start = source.position();
        while (source.has(8) && source.peekShort(0, false) == 0x0002) {
            ElementHeader header = headers.read(attributes, Encoding.EXPLICIT_LITTLE_ENDIAN);
            int tag = header.tag();
            state.countElement(tag);
            if (header.isUndefined() || header.length() > state.limits().bulkThreshold()) {
                throw state.malformed(tag, "no value of " + header.length() + " bytes belongs here");
            }
            attributes.setBytes(tag, header.vr(), state.keep(tag, header.vr(), header.length(), false));
        }
        checkGroupLength(attributes, start);
        attributes.remove(Tag.FileMetaInformationGroupLength);
        return new FileMetaInformation(attributes);
    }

    private void checkGroupLength(Attributes attributes, long start) throws DicomParseException {
        long told = attributes.getLong(Tag.FileMetaInformationGroupLength, -1);
        long real = source.position() - start - GROUP_LENGTH_ELEMENT;
        if (told != real) {
            state.find(
                    start,
                    Tag.FileMetaInformationGroupLength,
                    "PS3.10 7.1",
                    "the group length is " + (told < 0 ? "missing" : "wrong"));
        }
    }

    /** The transfer syntax that a data set at the next byte looks like; empty when it looks like none. */
    Optional<TransferSyntax> guess() throws IOException {
        if (!source.has(8)) {
            return Optional.empty();
        }
        boolean code = VR.isCode(source.peek(4), source.peek(5));
        if (code && isPlausible(source.peekTag(0, false))) {
            return Optional.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
        if (code && isPlausible(source.peekTag(0, true))) {
            return Optional.of(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
        }
        return isPlausibleImplicit() ? Optional.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN) : Optional.empty();
    }

    private boolean isPlausibleImplicit() {
        int tag = source.peekTag(0, false);
        long length = source.peekInt(4, false);
        boolean sequence = ElementDictionary.standard().vr(tag) == VR.SQ;
        return isPlausible(tag) && (length <= 0xFFFF || sequence && length == ElementHeader.UNDEFINED);
    }

    /** Data sets begin with one of the first groups, by an element that the standard knows. */
    private static boolean isPlausible(int tag) {
        int group = tag >>> 16;
        boolean first = group >= 0x0004 && group <= 0x0020;
        return first && (ElementDictionary.standard().find(tag).isPresent() || (tag & 0xFFFF) == 0);
    }

    /**
     * The encoding in which the data set really lies: some files tell explicit VR and have implicit, or the reverse.
     */
    Encoding verify(TransferSyntax syntax) throws IOException {
        Encoding told = Encoding.of(syntax);
        if (!source.has(8)) {
            return told;
        }
        boolean code = VR.isCode(source.peek(4), source.peek(5));
        if (told.explicitVr() && !told.bigEndian() && !code && isPlausibleImplicit()) {
            return other(Encoding.IMPLICIT_LITTLE_ENDIAN, "implicit VR in place of explicit");
        }
        if (!told.explicitVr() && code && isPlausible(source.peekTag(0, false)) && !isPlausibleImplicit()) {
            return other(Encoding.EXPLICIT_LITTLE_ENDIAN, "explicit VR in place of implicit");
        }
        return told;
    }

    private Encoding other(Encoding encoding, String message) throws DicomParseException {
        state.find(source.position(), Tag.TransferSyntaxUID, "PS3.10 7.1", message);
        return encoding;
    }
}

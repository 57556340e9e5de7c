package org.aegle.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.aegle.dicom.data.Tag;

/**
 * Reads a data set in one pass over a stream, without ever seeking: a Part 10 file, with or without preamble and meta
 * information, or a bare data set. Pixel data and long values are passed over and noted by their place; what is kept is
 * bounded by {@link ReadLimits}. All bytes of the stream are read, so that it may be one that stores and digests them.
 *
 * <p>Offsets count from the first byte of the stream; see {@link DicomObject} for deflated ones. Thread safe: one reader
 * serves any number of streams. PS3.5, PS3.10 7.
 */
public final class DicomReader {
    private static final IntPredicate NOWHERE = tag -> false;

    private final ReadLimits limits;
    private final boolean strict;

    /** A reader with the default limits. */
    public DicomReader() {
        this(ReadLimits.DEFAULT);
    }

    /** A reader with limits of one's own. */
    public DicomReader(ReadLimits limits) {
        this(limits, false);
    }

    private DicomReader(ReadLimits limits, boolean strict) {
        this.limits = limits;
        this.strict = strict;
    }

    /** The same, refusing as malformed what would else be a {@link Finding}. */
    public DicomReader strict() {
        return new DicomReader(limits, true);
    }

    /**
     * Reads a stream to its end. The stream is not closed.
     *
     * @throws DicomParseException when it is no DICOM, cut off, broken, over a limit or of an unknown transfer syntax
     * @throws IOException when the stream itself fails
     */
    public DicomObject read(InputStream in) throws IOException {
        return read(in, NOWHERE, ElementVisitor.KEEP_ALL);
    }

    /**
     * Reads a stream to its end, or to where the visitor ends it.
     *
     * @throws DicomParseException as {@link #read(InputStream)}
     * @throws IOException when the stream itself fails
     */
    public DicomObject read(InputStream in, ElementVisitor visitor) throws IOException {
        return read(in, NOWHERE, visitor);
    }

    /**
     * Reads a stream up to its pixel data and no further than the buffer beyond. The stream is not closed.
     *
     * @throws DicomParseException as {@link #read(InputStream)}
     * @throws IOException when the stream itself fails
     */
    public DicomObject readHeader(InputStream in) throws IOException {
        return read(in, DataSetParser::isPixelData, ElementVisitor.KEEP_ALL);
    }

    /**
     * Reads a stream up to the first element whose tag is the given one or lies beyond it, and no further than the buffer
     * behind. The stream is not closed.
     *
     * @throws DicomParseException as {@link #read(InputStream)}
     * @throws IOException when the stream itself fails
     */
    public DicomObject readUpTo(InputStream in, int tag) throws IOException {
        return read(in, at -> Integer.compareUnsigned(at, tag) >= 0, ElementVisitor.KEEP_ALL);
    }

    /**
     * Reads a bare data set of a known transfer syntax, as DIMSE messages carry it. The stream is not closed.
     *
     * @throws DicomParseException as {@link #read(InputStream)}
     * @throws IOException when the stream itself fails
     */
    public DicomObject readDataset(InputStream in, TransferSyntax syntax) throws IOException {
        ReadState state = new ReadState(new ByteSource(in), limits, strict);
        DataSetParser parser = new DataSetParser(state, NOWHERE, ElementVisitor.KEEP_ALL);
        return readDataset(state, parser, null, syntax, Encoding.of(syntax));
    }

    private DicomObject read(InputStream in, IntPredicate stop, ElementVisitor visitor) throws IOException {
        ReadState state = new ReadState(new ByteSource(in), limits, strict);
        Part10Start start = new Part10Start(state);
        FileMetaInformation meta = start.read().orElse(null);
        TransferSyntax syntax = syntax(start, meta, state);
        Encoding encoding = syntax.deflated() ? Encoding.of(syntax) : start.verify(syntax);
        return readDataset(state, new DataSetParser(state, stop, visitor), meta, syntax, encoding);
    }

    private static TransferSyntax syntax(Part10Start start, FileMetaInformation meta, ReadState state)
            throws IOException {
        String uid = meta == null ? "" : meta.transferSyntaxUid();
        if (uid.isEmpty()) {
            return guess(start, meta, state);
        }
        Optional<TransferSyntax> syntax = TransferSyntax.find(uid);
        return syntax.orElseThrow(() -> state.failure(
                DicomParseException.Reason.UNSUPPORTED_TRANSFER_SYNTAX,
                state.source().position(),
                Tag.TransferSyntaxUID,
                "the transfer syntax is unknown"));
    }

    private static TransferSyntax guess(Part10Start start, FileMetaInformation meta, ReadState state)
            throws IOException {
        if (meta != null) {
            state.find(
                    state.source().position(), Tag.TransferSyntaxUID, "PS3.10 7.1", "the transfer syntax is missing");
        }
        return start.guess()
                .orElseThrow(() -> new DicomParseException(
                        DicomParseException.Reason.NOT_DICOM,
                        state.source().position(),
                        "",
                        "neither a Part 10 file nor a data set"));
    }

    private static DicomObject readDataset(
            ReadState state, DataSetParser parser, FileMetaInformation meta, TransferSyntax syntax, Encoding encoding)
            throws IOException {
        long offset = state.source().position();
        if (syntax.deflated()) {
            readDeflated(state, parser, encoding);
        } else {
            parser.read(encoding);
        }
        return new DicomObject(meta, syntax, offset, parser);
    }

    private static void readDeflated(ReadState state, DataSetParser parser, Encoding encoding) throws IOException {
        try (InflatedStream inflated = state.source().inflate(state.limits())) {
            parser.read(encoding);
            if (parser.isStopped()) {
                return;
            }
            if (!inflated.isFinished()) {
                throw state.truncated(0, "the deflated data set is cut off");
            }
            if (inflated.drain() > 1) {
                state.find(state.source().position(), 0, "PS3.5 A.5", "bytes behind the deflated data set");
            }
        }
    }

    /**
     * A deflated object as the offsets of its {@link DicomObject} count it: the stream with its data set inflated in
     * place.
     *
     * @param file the object from its first byte on
     * @param datasetOffset position of the data set, {@link DicomObject#datasetOffset()}
     */
    public InputStream inflated(InputStream file, long datasetOffset) throws IOException {
        byte[] start = file.readNBytes(Math.toIntExact(datasetOffset));
        InputStream dataset = new InflatedStream(new byte[0], file, datasetOffset, limits);
        return new SequenceInputStream(new ByteArrayInputStream(start), dataset);
    }
}

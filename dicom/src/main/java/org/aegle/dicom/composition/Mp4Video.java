package org.aegle.dicom.composition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.aegle.dicom.composition.CompositionException.Reason;

/**
 * What the first video track of an MP4 file tells. ISO/IEC 14496-12, 14496-15.
 *
 * @param codec sample entry: "avc1", "hvc1"
 * @param profile profile_idc of AVC, general_profile_idc of HEVC
 * @param level level_idc of AVC, ten times the level (41); general_level_idc of HEVC, thirty times (153)
 * @param rows rows of the picture
 * @param columns columns
 * @param frames samples of the track; 0 where the file is in fragments and does not tell
 * @param rate frames a second, or 0
 */
record Mp4Video(String codec, int profile, int level, int rows, int columns, int frames, double rate) {
    private static final int BOX = 8;
    private static final int LARGEST_INDEX = 64 << 20;

    /** Reads the index of a file, wherever in it that lies. */
    static Mp4Video of(BulkValue file) throws IOException, CompositionException {
        ByteBuffer index = index(file);
        for (int from = index.position(); from < index.limit(); ) {
            Optional<ByteBuffer> track = child(slice(index, from), "trak");
            if (track.isEmpty()) {
                break;
            }
            Optional<Mp4Video> video = video(track.get());
            if (video.isPresent()) {
                return video.get();
            }
            from = endOfChild(slice(index, from), "trak") + from;
        }
        throw malformed("no video track");
    }

    /** The movie box. */
    private static ByteBuffer index(BulkValue file) throws IOException, CompositionException {
        long at = 0;
        while (at + BOX <= file.length()) {
            ByteBuffer head = ByteBuffer.wrap(read(file, at, (int) Math.min(16, file.length() - at)));
            long told = head.getInt(0) & 0xFFFF_FFFFL;
            boolean wide = told == 1 && head.capacity() == 16;
            int headLength = wide ? 16 : BOX;
            long length = wide ? head.getLong(8) : told == 0 ? file.length() - at : told;
            if (length < headLength || length > file.length() - at) {
                throw malformed("a box goes beyond the end");
            }
            if (at == 0 && !type(head, 4).equals("ftyp")) {
                throw malformed("no file type box");
            }
            if (type(head, 4).equals("moov")) {
                if (length > LARGEST_INDEX) {
                    throw malformed("an index beyond all bounds");
                }
                return ByteBuffer.wrap(read(file, at + headLength, (int) (length - headLength)));
            }
            at += length;
        }
        throw malformed("no index");
    }

    private static byte[] read(BulkValue file, long offset, int length) throws IOException {
        try (InputStream in = file.open(offset, length)) {
            return in.readNBytes(length);
        }
    }

    private static Optional<Mp4Video> video(ByteBuffer track) throws CompositionException {
        ByteBuffer media = required(track, "mdia");
        if (!type(required(media, "hdlr"), 8).equals("vide")) {
            return Optional.empty();
        }
        ByteBuffer table = required(required(media, "minf"), "stbl");
        ByteBuffer entries = required(table, "stsd");
        if (entries.remaining() < 8 + BOX) {
            throw malformed("no sample entry");
        }
        int frames = required(table, "stsz").getInt(8);
        return Optional.of(entry(slice(entries, 8), Math.max(0, frames), rate(required(media, "mdhd"), frames)));
    }

    private static Mp4Video entry(ByteBuffer entry, int frames, double rate) throws CompositionException {
        String codec = type(entry, 4);
        int columns = entry.getShort(BOX + 24) & 0xFFFF;
        int rows = entry.getShort(BOX + 26) & 0xFFFF;
        ByteBuffer extensions = slice(entry, BOX + 78);
        return switch (codec) {
            case "avc1", "avc3" -> {
                ByteBuffer configuration = required(extensions, "avcC");
                int profile = configuration.get(1) & 0xFF;
                yield new Mp4Video("avc1", profile, configuration.get(3) & 0xFF, rows, columns, frames, rate);
            }
            case "hvc1", "hev1" -> {
                ByteBuffer configuration = required(extensions, "hvcC");
                int profile = configuration.get(1) & 0x1F;
                yield new Mp4Video("hvc1", profile, configuration.get(12) & 0xFF, rows, columns, frames, rate);
            }
            default ->
                throw new CompositionException(Reason.UNSUPPORTED, "MP4 with video that is neither H.264 nor H.265");
        };
    }

    private static double rate(ByteBuffer header, int frames) {
        boolean wide = header.get(0) == 1;
        long scale = header.getInt(wide ? 20 : 12) & 0xFFFF_FFFFL;
        long duration = wide ? header.getLong(24) : header.getInt(16) & 0xFFFF_FFFFL;
        return duration > 0 && frames > 0 ? (double) frames * scale / duration : 0;
    }

    private static ByteBuffer required(ByteBuffer boxes, String type) throws CompositionException {
        return child(boxes, type).orElseThrow(() -> malformed("no " + type + " box"));
    }

    /** What the first box of a type holds. */
    private static Optional<ByteBuffer> child(ByteBuffer boxes, String type) throws CompositionException {
        int end = endOfChild(boxes, type);
        if (end < 0) {
            return Optional.empty();
        }
        int start = startOfChild(boxes, type);
        ByteBuffer content = boxes.duplicate();
        content.position(boxes.position() + start + BOX).limit(boxes.position() + end);
        return Optional.of(content.slice());
    }

    private static int startOfChild(ByteBuffer boxes, String type) throws CompositionException {
        int at = 0;
        while (at + BOX <= boxes.remaining()) {
            int length = boxes.getInt(boxes.position() + at);
            if (length < BOX || length > boxes.remaining() - at) {
                throw malformed("a box goes beyond the one around it");
            }
            if (type(boxes, boxes.position() + at + 4).equals(type)) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    private static int endOfChild(ByteBuffer boxes, String type) throws CompositionException {
        int start = startOfChild(boxes, type);
        return start < 0 ? -1 : start + boxes.getInt(boxes.position() + start);
    }

    private static ByteBuffer slice(ByteBuffer buffer, int from) throws CompositionException {
        if (from > buffer.limit()) {
            throw malformed("a box ends early");
        }
        return buffer.duplicate().position(from).slice();
    }

    private static String type(ByteBuffer bytes, int at) throws CompositionException {
        if (at + 4 > bytes.limit()) {
            throw malformed("a box ends early");
        }
        StringBuilder type = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            type.append((char) (bytes.get(at + i) & 0xFF));
        }
        return type.toString();
    }

    private static CompositionException malformed(String message) {
        return new CompositionException(Reason.MALFORMED, "MP4: " + message);
    }
}

package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.aegle.dicom.image.codec.CodestreamInput;

/** What the tile-parts of a tile brought: its parameters, packets and packed packet headers. Not thread safe. */
final class TileParts {
    private final Parameters parameters;
    private final List<CodestreamInput> bodies = new ArrayList<>();
    private final List<CodestreamInput> packedHeaders = new ArrayList<>();
    private final TreeMap<Integer, CodestreamInput> packedInPart = new TreeMap<>();
    private boolean changesProgression;

    TileParts(Parameters mainHeader) {
        this.parameters = mainHeader.copy();
    }

    Parameters parameters() {
        return parameters;
    }

    /** The first progression change in a tile's headers replaces those of the main header. */
    void beginProgressionChanges() {
        if (!changesProgression) {
            parameters.forgetProgressionChanges();
            changesProgression = true;
        }
    }

    void addBody(CodestreamInput body) {
        bodies.add(body);
    }

    /** Packed headers of the tile-part at work, by their place. */
    void addPackedHeaders(int place, CodestreamInput headers) {
        packedInPart.put(place, headers);
    }

    /** Packed headers of the next tile-part, from the main header. */
    void addPackedHeaders(CodestreamInput headers) {
        packedHeaders.add(headers);
    }

    /** Puts the packed headers of a tile-part in order. */
    void endPart() {
        packedHeaders.addAll(packedInPart.values());
        packedInPart.clear();
    }

    /** All packets of the tile. */
    CodestreamInput body() {
        return joined(bodies);
    }

    boolean hasPackedHeaders() {
        return !packedHeaders.isEmpty();
    }

    /** All packet headers of the tile, where they do not lie in its packets. */
    CodestreamInput headers() {
        return joined(packedHeaders);
    }

    static CodestreamInput joined(List<CodestreamInput> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        byte[] all =
                new byte[parts.stream().mapToInt(CodestreamInput::remaining).sum()];
        int to = 0;
        for (CodestreamInput part : parts) {
            System.arraycopy(part.bytes(), part.position(), all, to, part.remaining());
            to += part.remaining();
        }
        return new CodestreamInput(all);
    }
}

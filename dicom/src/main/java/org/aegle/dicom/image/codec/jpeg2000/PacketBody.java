package org.aegle.dicom.image.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.aegle.dicom.image.FrameException.MalformedFrame;
import org.aegle.dicom.image.codec.CodestreamInput;

/** What a packet's header announced: which block gets how many bytes of the body. Not thread safe. */
final class PacketBody {
    private final CodestreamInput body;
    private final List<Contribution> contributions = new ArrayList<>();

    private record Contribution(CodeBlock block, int length) {}

    PacketBody(CodestreamInput body) {
        this.body = body;
    }

    void announce(CodeBlock block, int length) {
        contributions.add(new Contribution(block, length));
    }

    /** Hands out the bytes. */
    void read() throws MalformedFrame {
        for (Contribution contribution : contributions) {
            int offset = body.position();
            body.skip(contribution.length);
            contribution.block.addStretch(offset, contribution.length);
        }
    }
}

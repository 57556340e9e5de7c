package org.aegle.dicom.network;

import java.io.IOException;
import java.util.Optional;
import org.aegle.dicom.network.pdu.PresentationDataValue;

/** Takes the fragments of messages out of P-DATA-TF PDUs as they come. For one thread. PS3.8 9.3.5, Annex E. */
final class MessageInput {
    private final UpperLayer upperLayer;
    private final PduInput in;
    private long pduLeft;
    private long fragmentLeft;
    private boolean last = true;
    private int contextId;
    private boolean command;
    private volatile boolean owed;

    MessageInput(UpperLayer upperLayer, PduInput in) {
        this.upperLayer = upperLayer;
        this.in = in;
    }

    /** The peer has begun a message and has to send the rest. */
    boolean isOwed() {
        return owed;
    }

    /** The next command set or data set, when what was left of the one before is passed over; empty after a release. */
    Optional<MessagePart> next() throws AssociationException {
        try {
            while (!isAtEnd()) {
                in.discard(fragmentLeft);
                fragmentLeft = 0;
            }
            if (!nextFragment()) {
                return Optional.empty();
            }
        } catch (AssociationException e) {
            throw e;
        } catch (IOException e) {
            throw upperLayer.connectionLost();
        }
        owed = !last || fragmentLeft > 0;
        return Optional.of(new MessagePart(this, contextId, command));
    }

    int read(byte[] target, int offset, int length) throws AssociationException {
        upperLayer.checkOpen();
        try {
            if (isAtEnd()) {
                return -1;
            }
            int count = in.read(target, offset, (int) Math.min(length, fragmentLeft));
            fragmentLeft -= count;
            return count;
        } catch (AssociationException e) {
            throw e;
        } catch (IOException e) {
            throw upperLayer.connectionLost();
        }
    }

    /** Nothing is left of this command set or data set; fetches the next fragment where one must follow. */
    private boolean isAtEnd() throws IOException {
        while (fragmentLeft == 0 && !last) {
            int expectedContext = contextId;
            boolean expectedKind = command;
            if (!nextFragment()) {
                throw new AssociationException("The association was released within a message");
            }
            if (contextId != expectedContext || command != expectedKind) {
                throw upperLayer.invalidData("a fragment of another message within a message");
            }
        }
        owed = fragmentLeft > 0;
        return fragmentLeft == 0;
    }

    private boolean nextFragment() throws IOException {
        while (pduLeft == 0) {
            if (!upperLayer.awaitData()) {
                return false;
            }
            pduLeft = in.length();
        }
        if (pduLeft < PresentationDataValue.HEADER_LENGTH) {
            throw upperLayer.invalidData("a PDV that is shorter than its header");
        }
        long length = in.number32() & 0xFFFF_FFFFL;
        if (length < 2 || length > pduLeft - 4) {
            throw upperLayer.invalidData("a PDV of " + length + " bytes in " + pduLeft + " bytes of a PDU");
        }
        pduLeft -= 4 + length;
        fragmentLeft = length - 2;
        contextId = in.number8();
        int control = in.number8();
        command = (control & 1) != 0;
        last = (control & 2) != 0;
        return true;
    }
}

package org.aegle.dicom.network.pdu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads PDUs. Items that the standard does not define are passed over, as it demands; lengths are checked against the
 * bytes at hand before anything is made of them. PS3.8 9.3.
 */
public final class PduDecoder {
    private static final int LARGEST_CONTEXT_ID = 255;

    private PduDecoder() {}

    /**
     * A PDU from what follows its header.
     *
     * @param type the type that the header tells
     * @param body all bytes that the header's length counts
     * @throws PduException when it is broken
     */
    public static Pdu decode(PduType type, byte[] body) throws PduException {
        ItemReader in = new ItemReader(body);
        return switch (type) {
            case ASSOCIATE_REQUEST -> request(in);
            case ASSOCIATE_ACCEPT -> accept(in);
            case ASSOCIATE_REJECT -> reject(in);
            case DATA_TRANSFER -> data(in);
            case RELEASE_REQUEST -> new ReleaseRequest();
            case RELEASE_RESPONSE -> new ReleaseResponse();
            case ABORT -> abort(in);
        };
    }

    private static AssociateReject reject(ItemReader in) throws PduException {
        in.skip(1);
        return new AssociateReject(in.number8(), in.number8(), in.number8());
    }

    private static Abort abort(ItemReader in) throws PduException {
        in.skip(2);
        return new Abort(in.number8(), in.number8());
    }

    private static DataTransfer data(ItemReader in) throws PduException {
        List<PresentationDataValue> values = new ArrayList<>();
        while (in.hasMore()) {
            ItemReader value = in.part(in.number32());
            int contextId = value.number8();
            int control = value.number8();
            values.add(new PresentationDataValue(contextId, (control & 1) != 0, (control & 2) != 0, value.rest()));
        }
        return new DataTransfer(values);
    }

    private static AssociateRequest request(ItemReader in) throws PduException {
        Association<ProposedPresentationContext> read =
                association(in, ItemTypes.PROPOSED_PRESENTATION_CONTEXT, PduDecoder::proposal);
        checkIds(read.contexts.stream().map(ProposedPresentationContext::id).toList());
        return new AssociateRequest(
                read.version, read.called, read.calling, read.applicationContext, read.contexts, read.userInformation);
    }

    private static AssociateAccept accept(ItemReader in) throws PduException {
        Association<PresentationContextAnswer> read =
                association(in, ItemTypes.PRESENTATION_CONTEXT_ANSWER, PduDecoder::answer);
        checkIds(read.contexts.stream().map(PresentationContextAnswer::id).toList());
        return new AssociateAccept(
                read.version, read.called, read.calling, read.applicationContext, read.contexts, read.userInformation);
    }

    /** What a request and an acceptance have in common. */
    private static final class Association<T> {
        private int version;
        private String called;
        private String calling;
        private String applicationContext = "";
        private final List<T> contexts = new ArrayList<>();
        private UserInformation userInformation = new UserInformation(List.of());
    }

    private interface ContextReader<T> {
        T read(ItemReader item) throws PduException;
    }

    private static <T> Association<T> association(ItemReader in, int contextType, ContextReader<T> contexts)
            throws PduException {
        Association<T> read = new Association<>();
        read.version = in.number16();
        in.skip(2);
        read.called = in.text(16);
        read.calling = in.text(16);
        in.skip(32);
        while (in.hasMore()) {
            int type = in.number8();
            ItemReader item = in.item();
            if (type == ItemTypes.APPLICATION_CONTEXT) {
                read.applicationContext = item.restAsText();
            } else if (type == contextType) {
                read.contexts.add(contexts.read(item));
            } else if (type == ItemTypes.USER_INFORMATION) {
                read.userInformation = UserInformationCodec.read(item);
            } // any other is unrecognized and ignored, PS3.8 9.3.1
        }
        return read;
    }

    private static ProposedPresentationContext proposal(ItemReader in) throws PduException {
        int id = in.number8();
        in.skip(3);
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (in.hasMore()) {
            int type = in.number8();
            ItemReader item = in.item();
            if (type == ItemTypes.ABSTRACT_SYNTAX) {
                abstractSyntax = item.restAsText();
            } else if (type == ItemTypes.TRANSFER_SYNTAX) {
                transferSyntaxes.add(item.restAsText());
            }
        }
        if (abstractSyntax.isEmpty() || transferSyntaxes.isEmpty()) {
            throw invalid("a presentation context lacks its abstract or transfer syntax");
        }
        return new ProposedPresentationContext(id, abstractSyntax, transferSyntaxes);
    }

    private static PresentationContextAnswer answer(ItemReader in) throws PduException {
        int id = in.number8();
        in.skip(1);
        int result = in.number8();
        in.skip(1);
        String transferSyntax = "";
        while (in.hasMore()) {
            int type = in.number8();
            ItemReader item = in.item();
            if (type == ItemTypes.TRANSFER_SYNTAX) {
                transferSyntax = item.restAsText();
            }
        }
        PresentationContextAnswer.Result[] results = PresentationContextAnswer.Result.values();
        if (result >= results.length || result == 0 && transferSyntax.isEmpty()) {
            throw invalid("an answer to a presentation context has no known result or no transfer syntax");
        }
        return new PresentationContextAnswer(id, results[result], transferSyntax);
    }

    /** Odd, within a byte and each once, hence 128 at most. PS3.8 9.3.2.2. */
    private static void checkIds(List<Integer> ids) throws PduException {
        Set<Integer> seen = new HashSet<>();
        for (int id : ids) {
            if (id % 2 == 0 || id > LARGEST_CONTEXT_ID || !seen.add(id)) {
                throw invalid("presentation context " + id + " is even or comes twice");
            }
        }
    }

    private static PduException invalid(String message) {
        return new PduException(AbortReason.INVALID_PDU_PARAMETER_VALUE, message);
    }
}

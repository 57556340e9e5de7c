package org.aegle.dicom.network.pdu;

/** Writes PDUs. PS3.8 9.3. */
public final class PduEncoder {
    private PduEncoder() {}

    /**
     * The bytes of a PDU, its header included.
     *
     * @throws IllegalArgumentException when an AE title or an item is longer than its field
     */
    public static byte[] encode(Pdu pdu) {
        ItemWriter out = new ItemWriter();
        if (pdu instanceof AssociateRequest request) {
            write(request, out);
        } else if (pdu instanceof AssociateAccept accept) {
            write(accept, out);
        } else if (pdu instanceof AssociateReject reject) {
            out.number8(0).number8(reject.result()).number8(reject.source()).number8(reject.reason());
        } else if (pdu instanceof DataTransfer data) {
            data.values().forEach(value -> write(value, out));
        } else if (pdu instanceof Abort abort) {
            out.zeros(2).number8(abort.source()).number8(abort.reason());
        } else {
            out.zeros(4);
        }
        return out.toPdu(pdu.type());
    }

    private static void write(AssociateRequest request, ItemWriter out) {
        writeStart(request.protocolVersion(), request.calledAeTitle(), request.callingAeTitle(), out);
        out.item(ItemTypes.APPLICATION_CONTEXT, request.applicationContextName());
        for (ProposedPresentationContext context : request.presentationContexts()) {
            int start = out.begin(ItemTypes.PROPOSED_PRESENTATION_CONTEXT);
            out.number8(context.id()).zeros(3);
            out.item(ItemTypes.ABSTRACT_SYNTAX, context.abstractSyntax());
            context.transferSyntaxes().forEach(syntax -> out.item(ItemTypes.TRANSFER_SYNTAX, syntax));
            out.end(start);
        }
        UserInformationCodec.write(request.userInformation(), out);
    }

    private static void write(AssociateAccept accept, ItemWriter out) {
        writeStart(accept.protocolVersion(), accept.calledAeTitle(), accept.callingAeTitle(), out);
        out.item(ItemTypes.APPLICATION_CONTEXT, accept.applicationContextName());
        for (PresentationContextAnswer context : accept.presentationContexts()) {
            int start = out.begin(ItemTypes.PRESENTATION_CONTEXT_ANSWER);
            out.number8(context.id())
                    .number8(0)
                    .number8(context.result().ordinal())
                    .number8(0);
            out.item(ItemTypes.TRANSFER_SYNTAX, context.transferSyntax());
            out.end(start);
        }
        UserInformationCodec.write(accept.userInformation(), out);
    }

    private static void writeStart(int version, String called, String calling, ItemWriter out) {
        out.number16(version).zeros(2).aeTitle(called).aeTitle(calling).zeros(32);
    }

    private static void write(PresentationDataValue value, ItemWriter out) {
        out.number32(value.fragment().length + 2).number8(value.contextId());
        out.number8(PresentationDataValue.controlHeader(value.command(), value.last()));
        out.bytes(value.fragment());
    }
}
